import type { PolicySet } from '../check/read-policies.ts';
import type { Item } from '../syntax/tree.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Scope } from '../resolve/scope.ts';
import type { FoundName } from './name-at.ts';
import type { Span } from '../text/span.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { scopeOf, titleOf } from '../resolve/scope.ts';
import { wordsOf } from '../resolve/words.ts';
import { placeAt } from '../text/source.ts';

/** What a declared name means, in words: its kind and title, what it is, its doubts, its citation, and where it stands. */
export function declarationMeaning(
  set: PolicySet,
  { symbol, policy: id }: FoundName,
  rulebook: Rulebook,
): { readonly title: string; readonly paragraphs: readonly string[] } {
  const policy = set.policies.get(id)!;
  const scope = scopeOf(policy.source, set.tables.get(id)!, rulebook, []);
  const { node, kind, inside } = symbol;
  const where = inside === undefined ? '' : ` of ${titleOf(scope, inside)}`;
  const paragraphs = [`${capital(kind)}${where}.`, ...meaningOf(scope, node).map(sentence)];
  for (const mark of node.marks) {
    if (mark.kind === 'assumed') paragraphs.push(`Assumed: ${mark.text}.`);
    if (mark.kind === 'unclear') paragraphs.push(`Unclear: ${mark.text}.`);
    if (mark.kind === 'in force') paragraphs.push(sentence(wordsOf(scope, mark.span)));
  }
  for (const mark of node.marks) if (mark.kind === 'cite') paragraphs.push(`Cited: ${mark.text}.`);
  const { line } = placeAt(policy.source, node.name.span.start);
  paragraphs.push(`${policy.title}, line ${line}.`);
  return { title: symbol.title, paragraphs };
}

/** Sentences, without their full stops. */
function meaningOf(scope: Scope, node: Item): readonly string[] {
  const words = (span: Span): string => wordsOf(scope, span);
  switch (node.kind) {
    case 'threshold':
    case 'group':
      return [node.test ? `Met when ${words(node.test.span)}` : 'Not stated'];
    case 'measure':
      return [node.measures.map((each) => words(each.span)).join(' or perhaps ') || 'Not stated'];
    case 'judgement':
      return [
        node.by ? `Judged by ${words(node.by.span)}: yes, no, or not yet judged` : 'Yes, no, or not yet judged',
        ...(node.about ? [`About each ${node.about.name}`] : []),
      ];
    case 'fact':
      return [`Comes with the data of the ${node.of.name}`];
    case 'role':
      return [
        ...(node.who?.test ? [`Every ${node.who.of.name} with ${words(node.who.test.span)}`] : []),
        ...(node.named ? ['The document names who holds it'] : []),
      ];
    case 'time':
      return [node.time === undefined ? 'Not stated' : formatClockTime(node.time)];
    case 'period':
      return [node.stretches.map((each) => words(each.span)).join(' or perhaps ') || 'Not stated'];
    case 'ladder':
      return [ladderWords(scope, node), ...stagesOf(scope, node.body)];
    case 'stage':
      return [entryWords(scope, node), ...bodyWords(scope, node.body)].filter((each) => each !== '');
    case 'bands':
      return [`Ranges of ${words(node.measure.span)}`, ...bodyWords(scope, node.body)];
    case 'band':
      return [words({ start: rangeStart(node), end: rangeEnd(node) })];
    case 'reward':
      return [words({ start: (node.title ?? node.name).span.end, end: node.marks[0]?.span.start ?? node.span.end })];
    case 'review':
      return [typeof node.due === 'object' ? `Due ${words(node.due.span)}` : 'Due as agreed'];
    case 'paper':
    case 'service':
      return bodyWords(scope, node.body);
    default:
      return [];
  }
}

function ladderWords(scope: Scope, node: Extract<Item, { kind: 'ladder' }>): string {
  return node.by.kind === 'measure' ? `By ${wordsOf(scope, node.by.measure.span)}` : `By ${node.by.kind}`;
}

function stagesOf(scope: Scope, body: readonly Item[]): readonly string[] {
  return body.flatMap((item) => {
    if (item.kind === 'detail') return [wordsOf(scope, beforeMarks(item))];
    if (item.kind !== 'stage') return [];
    const entry = entryWords(scope, item);
    return [`${item.title?.text ?? item.name.name}${entry === '' ? '' : `: ${entry}`}`];
  });
}

function entryWords(scope: Scope, node: Extract<Item, { kind: 'stage' }>): string {
  const { entry, keptToEndOf } = node;
  const kept = keptToEndOf === undefined ? '' : ` kept to the end of the ${keptToEndOf.replace(/s$/, '')}`;
  if (!entry) return kept.trim();
  if (entry.kind === 'from' || entry.kind === 'below') {
    return `${entry.kind} ${wordsOf(scope, entry.amount.span)}${kept}`;
  }
  return `${entry.kind === 'when' ? 'entered when' : 'for'} ${wordsOf(scope, entry.test.span)}${kept}`;
}

/** What a body says, a line each: rules and details, not the blocks within. */
function bodyWords(scope: Scope, body: readonly Item[]): readonly string[] {
  return body.flatMap((item) => {
    switch (item.kind) {
      case 'sentence':
      case 'detail':
      case 'marked':
      case 'move':
      case 'fine':
        return [wordsOf(scope, beforeMarks(item))];
      case 'band':
        return [
          `${item.title?.text ?? item.name.name}: ${wordsOf(scope, { start: rangeStart(item), end: rangeEnd(item) })}`,
        ];
      default:
        return [];
    }
  });
}

function beforeMarks(item: Item & { readonly marks: readonly { readonly span: Span }[] }): Span {
  return { start: item.span.start, end: item.marks[0]?.span.start ?? item.span.end };
}

function rangeStart(node: Extract<Item, { kind: 'band' }>): number {
  return (node.title ?? node.name).span.end;
}

function rangeEnd(node: Extract<Item, { kind: 'band' }>): number {
  return node.marks[0]?.span.start ?? node.span.end;
}

function sentence(words: string): string {
  return `${capital(words)}.`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
