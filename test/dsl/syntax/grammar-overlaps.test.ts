import { Alternation, NonTerminal, Option, Repetition, Terminal } from 'chevrotain';
import type { Alternative, IProduction, Rule, TokenType } from 'chevrotain';
import { expect, test } from 'vitest';
import { PolicyParser } from '../../../dsl/syntax/grammar/policy-parser.ts';
import { record } from '../../../dsl/syntax/grammar/recorder.ts';
import { allTokens } from '../../../dsl/syntax/tokens.ts';

/**
 * Chevrotain compares what may be left out (OPTION, MANY) with the rest of its own rule, never with what may follow the
 * rule: there it takes the first token that fits. An overlap would misread a text without a word, unless a gate settles
 * it, or the token can only be meant so.
 */
const rules = Object.values(new PolicyParser(record).getGAstProductions());

type Tokens = Set<TokenType>;
const first = new Map<IProduction, Tokens>();
const follow = new Map<string, Tokens>(rules.map((rule) => [rule.name, new Set()]));

function concrete(type: TokenType): readonly TokenType[] {
  return allTokens.filter((each) => each === type || each.CATEGORIES?.includes(type));
}

function firstOf(production: IProduction): Tokens {
  if (production instanceof Terminal) return new Set(concrete(production.terminalType));
  if (production instanceof NonTerminal) return firstOf(production.referencedRule);
  const known = first.get(production);
  if (known) return known;
  first.set(production, new Set());
  const parts = (production as Rule).definition;
  const found = production instanceof Alternation ? union(parts.map(firstOf)) : firstOfSequence(parts);
  first.set(production, found);
  return found;
}

function firstOfSequence(parts: readonly IProduction[]): Tokens {
  const end = parts.findIndex((part) => !mayBeEmpty(part));
  return union(parts.slice(0, end === -1 ? parts.length : end + 1).map(firstOf));
}

function mayBeEmpty(production: IProduction): boolean {
  if (production instanceof Terminal) return false;
  if (production instanceof NonTerminal) return mayBeEmpty(production.referencedRule);
  if (production instanceof Option || production instanceof Repetition) return true;
  const parts = (production as Rule).definition;
  return production instanceof Alternation ? parts.some(mayBeEmpty) : parts.every(mayBeEmpty);
}

function union(sets: readonly Tokens[]): Tokens {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Calls with every production of a rule, and the tokens that may come after it: those within the rule and beyond. */
function walk(
  parts: readonly IProduction[],
  after: Tokens,
  isLast: boolean,
  visit: (production: IProduction, after: Tokens, isLast: boolean) => void,
): void {
  for (const [index, part] of parts.entries()) {
    const rest = parts.slice(index + 1);
    const endsHere = isLast && rest.every(mayBeEmpty);
    const next = union([firstOfSequence(rest), rest.every(mayBeEmpty) ? after : new Set()]);
    visit(part, next, endsHere);
    if (part instanceof Terminal || part instanceof NonTerminal) continue;
    const inner = (part as Alternative).definition;
    const again = part instanceof Repetition ? union([next, firstOf(part)]) : next;
    if (part instanceof Alternation) for (const each of inner) walk([each], next, endsHere, visit);
    else walk(inner, again, endsHere, visit);
  }
}

function spreadFollow(): boolean {
  let grew = false;
  for (const rule of rules) {
    walk(rule.definition, follow.get(rule.name)!, true, (production, after) => {
      if (!(production instanceof NonTerminal)) return;
      const known = follow.get(production.nonTerminalName)!;
      const size = known.size;
      for (const type of after) known.add(type);
      grew ||= known.size > size;
    });
  }
  return grew;
}

/** By rule, the tokens with which a part that may be left out can begin, and so can what follows the rule. */
function overlaps(): ReadonlyMap<string, readonly string[]> {
  while (spreadFollow());
  const found = new Map<string, Tokens>();
  for (const rule of rules) {
    walk(rule.definition, new Set(), true, (production, _, isLast) => {
      if (!isLast || !(production instanceof Option || production instanceof Repetition)) return;
      const both = [...firstOf(production)].filter((type) => follow.get(rule.name)!.has(type));
      if (both.length > 0) found.set(rule.name, union([found.get(rule.name) ?? new Set(), new Set(both)]));
    });
  }
  return new Map([...found].map(([name, types]) => [name, [...types].map((type) => type.name)]));
}

const participle = /^(?:Done_.*|Open)$/;

/** Each with why it misreads nothing. */
const harmless: readonly { readonly rule: string; readonly tokens: RegExp; readonly because: string }[] = [
  {
    rule: 'plainAmount',
    tokens: /^SchoolDays$/,
    because: 'a number without a unit before `school day {` is an error anyway',
  },
  { rule: 'countMeasure', tokens: /^OrPerhaps$/, because: 'gated: a window must follow `or perhaps`' },
  { rule: 'someWindows', tokens: /^OrPerhaps$/, because: 'gated: a window must follow `or perhaps`' },
  { rule: 'countedDetail', tokens: participle, because: 'only a sentence whose subject is named `sent` could follow' },
  { rule: 'event', tokens: participle, because: 'only a sentence whose subject is named `sent` could follow' },
  { rule: 'namedTest', tokens: participle, because: 'only a sentence whose subject is named `sent` could follow' },
  { rule: 'departure', tokens: participle, because: 'only a sentence whose subject is named `approved` could follow' },
  { rule: 'review', tokens: /^Due$/, because: 'only a sentence whose subject is named `due` could follow' },
  { rule: 'move', tokens: /^While$/, because: 'a `while` block after `stays here` fails at its {, and is told' },
];

test('a part that may be left out does not begin as what follows its rule, but where that misreads nothing', () => {
  const found = overlaps();
  for (const { rule, tokens, because } of harmless) {
    const left = found.get(rule)?.filter((name) => !tokens.test(name));
    expect(left, `${rule}: ${because}`).toEqual([]);
  }
  expect([...found.keys()].sort()).toEqual(harmless.map(({ rule }) => rule).sort());
});
