import { expect, test } from 'vitest';
import { alternativeFor, firstTokens } from '../../../dsl/syntax/grammar/choices.ts';
import { ClockLiteral, NumberLiteral, phrase, Word } from '../../../dsl/syntax/tokens.ts';

const by = ' Clock | Every Name ';

test.each([
  ['its own name', ClockLiteral, by, 0, 0],
  ['its category', Word, by, 0, 1],
  ['its name as a whole', phrase('Each'), ' OnceEach | Each ', 0, 1],
  ['nothing that is written', NumberLiteral, by, 0, -1],
  ['the first of two that fit', Word, ' Name | Word ', 0, 0],
  ['the next where the gate of the first is shut', Word, ' Name | Word ', 1, 1],
  ['no gate that is open', Word, ' Name | Word ', 3, -1],
  ['an alternative that may be empty', NumberLiteral, ' From | Until * ', 0, 1],
])('an alternative is chosen by %s', (_, token, written, shut, alternative) => {
  expect(alternativeFor(token, written, shut)).toBe(alternative);
});

test('what may come is told by alternative, and nothing of one that may be empty', () => {
  expect(firstTokens(' Clock | From * ')).toEqual([[[ClockLiteral]], [[phrase('From')]]]);
});

test('a name that no token type has is refused, with the cure', () => {
  expect(() => firstTokens(' Gone ')).toThrow('a token type Gone: run npm run generate');
});
