import { array, assert, constantFrom, nat, property, record, string, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../dsl/syntax/parse.ts';
import { schoolPolicies } from '../../support/school-policies.ts';
import { complaintsOf, contentOf, fixture, format, meaningOf } from './policy-texts.ts';

/** Whole statements of the policies and of the construct file, small enough to try many. */
const pieces = [...schoolPolicies.map(({ text }) => text), fixture('constructs.att')].flatMap((text) =>
  parse({ name: 'test.att', text }).file.items.map(({ span }) => text.slice(span.start, span.end)),
);
const texts = array(nat(pieces.length - 1), { minLength: 1, maxLength: 4 }).map((numbers) =>
  numbers.map((number) => pieces[number]).join('\n\n'),
);

const spaces = constantFrom(' ', '  ', '    ', '\n', '\n\n\n', '\n      ', '\t', '\u00a0');
const slips = record({
  at: array(tuple(nat(), spaces), { maxLength: 12 }),
  comments: array(nat(), { maxLength: 4 }),
  dropped: array(nat(), { maxLength: 3 }),
  inserted: array(tuple(nat(), constantFrom('}', '{', '@@', '"', 'parents', 'stage', ',', '(', 'leaves')), {
    maxLength: 1,
  }),
});

test('spacing and comments: formatting is settled, keeps every word and comment, and the meaning', () => {
  const calm = slips.map((each) => ({ ...each, dropped: [], inserted: [] }));
  assert(
    property(texts, calm, (text, slip) => {
      const given = damaged(text, slip);
      const once = format(given);
      expect(format(once)).toBe(once);
      expect(contentOf(once)).toEqual(contentOf(given));
      expect(meaningOf(once)).toEqual(meaningOf(given));
    }),
    { seed: 20240328, numRuns: 60 },
  );
});

test('broken texts: formatting is settled, keeps every word and comment, and every complaint', () => {
  assert(
    property(texts, slips, (text, slip) => {
      const given = damaged(text, slip);
      const once = format(given);
      expect(format(once)).toBe(once);
      expect(contentOf(once)).toEqual(contentOf(given));
      expect(complaintsOf(once)).toEqual(complaintsOf(given));
    }),
    { seed: 20240328, numRuns: 250 },
  );
});

test('whatever the text', () => {
  const noise = string({
    unit: constantFrom(...Array.from('ab {}()",“”/\n\t@1.:%£-'), 'stage ', ' will ', ' cite ', 'parents ', '// '),
    maxLength: 60,
  });
  assert(
    property(noise, (given) => {
      const once = format(given);
      expect(format(once)).toBe(once);
      expect(contentOf(once)).toEqual(contentOf(given));
    }),
    { seed: 20240328, numRuns: 1500 },
  );
});

type Slips = typeof slips extends Arbitrary<infer Value> ? Value : never;

/** A text with tokens dropped or put in, spaces changed, and comments in odd places. */
function damaged(text: string, { at, comments, dropped, inserted }: Slips): string {
  const parts = text.match(/\/\/[^\n]*\n?|"[^"\n]*"|\s+|[^\s"]+/g) ?? [];
  const words = parts.flatMap((part, index) => (/^\s|^\/\//.test(part) ? [] : [index]));
  const gaps = parts.flatMap((part, index) => (/^\s/.test(part) && !parts[index - 1]?.startsWith('//') ? [index] : []));
  const pick = (from: readonly number[], number: number): number => from[number % from.length] ?? 0;
  for (const [number, space] of at) if (gaps.length > 0) parts[pick(gaps, number)] = space;
  for (const number of comments) if (gaps.length > 0) parts[pick(gaps, number)] = ` // remark ${number % 100}\n`;
  for (const number of dropped) if (words.length > 0) parts[pick(words, number)] = '';
  for (const [number, word] of inserted) if (words.length > 0) parts[pick(words, number)] += ` ${word} `;
  return parts.join('');
}
