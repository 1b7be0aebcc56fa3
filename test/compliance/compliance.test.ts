import { describe, expect, test } from 'vitest';
import { england } from '../../dsl/index.ts';
import { addDays } from '../../register/day.ts';
import { expectedWords, pieces, standingsOf } from './fragments.ts';

// Pieces of policy on either side of each value and each date of the law: a file for each provision that is compared.

const byProvision = Map.groupBy(pieces, ({ provision }) => provision);

describe.each([...byProvision])('%s', (_, own) => {
  test.each(own)('$line: $title', (piece) => {
    expect(standingsOf(piece, england)).toBe(expectedWords(piece));
  });
});

const compared = england.provisions.filter(
  ({ relation, level }) => relation !== 'states' && level !== 'local' && level !== 'information',
);

test('every provision that is compared has pieces that keep it and pieces that do not', () => {
  const ids = [...new Set(compared.map(({ id }) => id))];
  const lacking = ids.filter((id) => {
    const found = (byProvision.get(id) ?? []).flatMap(({ expected }) => expected.map(({ standing }) => standing));
    return !found.includes('meets') || found.every((standing) => standing === 'meets' || standing === 'not in force');
  });
  expect(lacking).toEqual([]);
});

test('every provision that is compared has a piece on its first day and the day before, on its last and the day after', () => {
  const lacking = compared.flatMap(({ id, from, to }) => {
    const days = [from && addDays(from, -1), from, to, to && addDays(to, 1)].filter((day) => day !== undefined);
    const told = new Set((byProvision.get(id) ?? []).flatMap(({ expected }) => expected.map(({ day }) => day)));
    return days.some((day) => !told.has(day)) ? [id] : [];
  });
  expect(lacking).toEqual([]);
});

test('no file is left of a provision that the rulebook does not compare', () => {
  expect([...byProvision.keys()].filter((id) => !compared.some((provision) => provision.id === id))).toEqual([]);
});
