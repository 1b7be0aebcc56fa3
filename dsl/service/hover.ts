import type { PolicySet } from '../check/read-policies.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { TokenType } from '../syntax/tokens.ts';
import { formatDay } from '../../register/day.ts';
import { parse } from '../syntax/parse.ts';
import * as t from '../syntax/tokens.ts';
import { codeMeaning } from './code-meaning.ts';
import { declarationMeaning } from './declaration-meaning.ts';
import { highlight } from './highlight.ts';
import { nameAt } from './name-at.ts';
import { provisionHelp } from './provision-help.ts';
import { builtInHelp, participleHelp, phraseHelp, verbHelp } from './phrase-help.ts';

/** What a word means, as plain text: a title and some paragraphs. */
export interface Hover {
  readonly span: Span;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What the word at an offset means: a name by its declaration, a code by the rulebook, a phrase by its help. */
export function hover(source: Source, offset: number, set: PolicySet, rulebook: Rulebook): Hover | undefined {
  const { tokens } = parse(source);
  const token =
    tokens.find((each) => each.startOffset <= offset && offset < t.endOf(each)) ??
    tokens.find((each) => t.endOf(each) === offset);
  if (!token) return undefined;
  const span = { start: token.startOffset, end: t.endOf(token) };
  const policy = [...set.policies.values()].find((each) => each.source === source);
  if (token.tokenType === t.Code) {
    return { span, title: token.image, paragraphs: codeMeaning(rulebook, token.image, policy?.inForce) };
  }
  const { kind } = highlight(source).find((each) => each.span.start === span.start)!;
  if (kind === 'name') {
    const found = nameAt(set, source, { name: token.image, span });
    if (found) return { span, ...declarationMeaning(set, found, rulebook) };
    const provision = provisionHelp(rulebook, token.image);
    if (provision) {
      const [title = '', ...rest] = provision.map((line) => line.trim()).filter((line) => line !== '');
      return { span, title, paragraphs: rest };
    }
    const named = set.policies.get(token.image);
    if (named) return { span, ...policyMeaning(named) };
    const builtIn = builtInHelp[token.image];
    if (builtIn !== undefined) return { span, title: token.image.replaceAll('-', ' '), paragraphs: [builtIn] };
  }
  return phraseMeaning(token.tokenType, span);
}

function policyMeaning({ title, level, inForce, place }: Policy): Omit<Hover, 'span'> {
  const { from, to } = inForce;
  const dates =
    from === undefined
      ? 'No dates.'
      : `In force from ${formatDay(from)}${to === undefined ? '' : ` to ${formatDay(to)}`}.`;
  const assumed = place.assumed === undefined ? [] : [`Assumed: ${place.assumed}.`];
  return { title, paragraphs: [`${level.slice(0, 1).toUpperCase()}${level.slice(1)}.`, dates, ...assumed] };
}

function phraseMeaning(type: TokenType, span: Span): Hover | undefined {
  const phrase = t.phraseOf.get(type);
  if (!phrase) return undefined;
  const title = phrase.forms[0];
  if (phrase.role === 'verb') return { span, title, paragraphs: [verbHelp] };
  if (phrase.role === 'participle') return { span, title, paragraphs: [participleHelp] };
  return { span, title, paragraphs: [phraseHelp[phrase.token] ?? ''] };
}
