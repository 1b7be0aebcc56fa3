import { expect, test } from 'vitest';
import type { Choice, Rule } from '../../../dsl/syntax/grammar/choices.ts';
import { firstOf, startsOf, waysOf, words } from '../../../dsl/syntax/grammar/choices.ts';
import { PolicyParser } from '../../../dsl/syntax/grammar/policy-parser.ts';
import { ClockLiteral, NumberLiteral, phrase, Word } from '../../../dsl/syntax/tokens.ts';

// The parser numbers the types of tokens.
const parser = new PolicyParser();

function rule(ruleName: string): Rule<unknown> {
  return Object.assign(() => undefined, { ruleName, starts: undefined });
}

function among(...names: readonly string[]): Choice<unknown> {
  return { rules: names.map(rule), ways: undefined };
}

test.each([
  ['its own type', ClockLiteral, among('byTime', 'byParty'), 1],
  ['a type that belongs to what is written', Word, among('byTime', 'byParty'), 2],
  ['nothing that is written', NumberLiteral, among('byTime', 'byParty'), 0],
  ['the first of two that fit', phrase('Every'), among('parties', 'byParty'), 1],
])('a rule is chosen by %s', (_, token, choice, way) => {
  expect(waysOf(choice)[token.tokenTypeIdx!]).toBe(way);
});

test('a rule begins with what is written for it, and nothing else', () => {
  const starts = startsOf(rule('byParty'));
  const told = [phrase('Every'), Word, phrase('Paper_letter'), ClockLiteral];
  expect(told.map((type) => starts[type.tokenTypeIdx!])).toEqual([1, 1, 1, 0]);
});

test('a word is known by its own phrase', () => {
  const ways = waysOf(words({ OnceEach: 'once each', Each: 'each' }));
  expect([phrase('OnceEach'), phrase('Each'), Word].map((type) => ways[type.tokenTypeIdx!])).toEqual([1, 2, 0]);
});

test('what may come is told by way', () => {
  expect(firstOf(among('byTime', 'ofEvent'))).toEqual([[ClockLiteral], [phrase('Of')]]);
});

test('a rule that is not written down is refused, with the cure', () => {
  expect(parser).toBeDefined();
  expect(() => startsOf(rule('gone'))).toThrow('the grammar of gone is not written down: run npm run generate');
});

test('a name that no token type has is refused, with the cure', () => {
  expect(() => waysOf(words({ Gone: '' }))).toThrow('a token type Gone: run npm run generate');
});
