import type { DetailWord, Item, ItemKind, PolicyFile } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { diagnostic } from '../text/report.ts';

type Container = ItemKind | 'file';

const rules: readonly ItemKind[] = ['sentence', 'when', 'while', 'where'];
const declared: readonly ItemKind[] = ['threshold', 'group', 'measure', 'judgement', 'fact', 'period'];

/** What may stand where. A body takes any statement; this says which of them mean something there. */
const allowed: Record<string, readonly ItemKind[]> = {
  file: [
    ...rules,
    ...declared,
    ...(['header', 'role', 'service', 'ladder', 'school day', 'paper', 'bands'] as const),
    ...(['reward', 'contradiction', 'example', 'for schools', 'attention', 'departure'] as const),
  ],
  header: ['detail'],
  ladder: ['stage', 'detail'],
  stage: [...rules, ...declared, 'detail', 'review', 'move'],
  'school day': ['time', 'half day'],
  'half day': ['arriving row'],
  when: [...rules, 'move'],
  while: [...rules, 'move'],
  where: [...rules, 'move'],
  'for schools': [...rules, ...declared, 'paper'],
  paper: [...rules, ...declared, 'detail', 'fine', 'marked', 'review', 'outcome'],
  bands: ['band'],
  service: ['detail'],
  example: ['suppose', 'expect'],
  review: [...rules, 'outcome'],
  outcome: [...rules, 'move'],
};

const details: Record<string, readonly DetailWord[]> = {
  header: ['school in', 'school is', 'under', 'document', 'ratified', 'review due'],
  ladder: ['actions apply if'],
  stage: ['needs'],
  paper: [
    'goes to',
    'issued by',
    'arranged by',
    'led by',
    'attended by',
    'includes',
    'needs',
    'also called',
    'counted per',
  ],
  service: ['telephone', 'open', 'ages', 'serves'],
};

/**
 * Tells every statement that stands where it means nothing: it would be lost without a word. For a text that parses
 * throughout; where a brace is lost, what follows only seems to be out of place.
 */
export function misplaced(file: PolicyFile): readonly Diagnostic[] {
  return inside(file, file.items, 'file', false);
}

function inside(
  file: PolicyFile,
  items: readonly Item[],
  container: Container,
  inStage: boolean,
): readonly Diagnostic[] {
  return items.flatMap((item) => {
    const stage = inStage || item.kind === 'stage';
    const where = `${article(container)}${container}`;
    const own = fits(item, container, stage)
      ? []
      : [diagnostic('does-not-belong', file.source, item.span, [nameOf(item), where])];
    const below = 'body' in item ? inside(file, item.body, item.kind === 'broken' ? container : item.kind, stage) : [];
    return [...own, ...below];
  });
}

function fits(item: Item, container: Container, inStage: boolean): boolean {
  if (item.kind === 'note' || item.kind === 'broken') return true;
  if (item.kind === 'move' && container !== 'stage') {
    return (inStage || item.ladder !== undefined) && allowed[container]!.includes('move');
  }
  // A move that nothing brings would be made, or not, without a word.
  if (item.kind === 'move') return item.guard !== undefined || item.move === 'stays';
  if (item.kind === 'detail') return details[container]?.includes(item.word) ?? false;
  return allowed[container]?.includes(item.kind) ?? false;
}

function nameOf(item: Item): string {
  if (item.kind === 'detail') return `“${item.word}”`;
  if (item.kind === 'move') return 'a move';
  if (item.kind === 'marked') return 'a row of marks';
  if (item.kind === 'attention') return '“particular attention to”';
  if (item.kind === 'departure') return '“departs from”';
  if (item.kind === 'for schools') return `“for ${item.of}”`;
  return `${article(item.kind)}${item.kind}`;
}

function article(kind: string): string {
  if (kind === 'file') return 'the ';
  return /^[aeio]/.test(kind) ? 'an ' : 'a ';
}
