import { expect, test } from 'vitest';
import { parse } from '../../../dsl/syntax/parse.ts';

test.each([
  ['a declaration', 'threshold often', 'often', 'something is missing after “often”: is'],
  ['a sentence', 'role office "o"\noffice', 'office', 'something is missing after “office”: will, must, should or may'],
  ['after space', 'period long is 3  \n', '3', 'something is missing after “3”: a unit'],
])('what is missing at the end of the file is told at its last word: %s', (_, text, word, message) => {
  const { diagnostics } = parse({ name: 'a.att', text });
  expect(diagnostics.map(({ span }) => text.slice(span.start, span.end))).toEqual([word]);
  expect(diagnostics[0]!.message).toContain(message);
});
