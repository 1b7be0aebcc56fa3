import { describe, expect, test } from 'vitest';
import type { Rulebook } from '../../../dsl/index.ts';
import { england, provisionOn } from '../../../dsl/index.ts';
import { checkCompliance } from '../../../dsl/compliance/compliance.ts';
import { weightOf } from '../../../dsl/compliance/standing.ts';
import { addDays, isoDay } from '../../../register/day.ts';
import { repositoryPolicy } from './standing-of.ts';

function idsOn(day: string): readonly string[] {
  return checkCompliance(repositoryPolicy('widnes'), england, isoDay(day)).map((row) => row.provision);
}

const old = ['REG-OPEN-OLD', 'PA-10', 'SA-50', 'PN-OLD-AMT', 'PN-OLD-THRESH'];
const now = ['REG-OPEN-30', 'PA-10', 'SA-50', 'PN-AMT-1', 'PN-THRESH', 'PN-WINDOW', 'PN-WEEK', 'PN-CODES'];

describe('each provision in force on a day has exactly one row', () => {
  test.each([
    ['2007-08-31', []],
    ['2007-09-01', ['PN-OLD-THRESH']],
    ['2013-08-31', ['PN-OLD-THRESH']],
    ['2013-09-01', ['PN-OLD-AMT', 'PN-OLD-THRESH']],
    ['2015-08-31', ['PN-OLD-AMT', 'PN-OLD-THRESH']],
    ['2015-09-01', ['PA-10', 'PN-OLD-AMT', 'PN-OLD-THRESH']],
    ['2022-08-31', ['PA-10', 'PN-OLD-AMT', 'PN-OLD-THRESH']],
    ['2022-09-01', old],
    ['2024-08-18', old],
    ['2024-08-19', now],
    ['2026-11-22', now],
  ])('on %s', (day, ids) => {
    expect(idsOn(day)).toEqual(ids);
  });

  test('on the first and last day of every provision that the rulebook holds', () => {
    const policy = repositoryPolicy('widnes');
    const days = england.provisions.flatMap(({ from, to }) =>
      [from, to].flatMap((day) => (day === undefined ? [] : [addDays(day, -1), day, addDays(day, 1)])),
    );
    for (const day of days) {
      const wanted = england.provisions.map(({ id }) => id).filter((id) => provisionOn(england, id, day) !== undefined);
      expect(checkCompliance(policy, england, day).map((row) => row.provision)).toEqual([...new Set(wanted)]);
    }
  });

  test('a field that no subject reads is a fault of the rulebook, not of the policy', () => {
    const rulebook: Rulebook = {
      ...england,
      provisions: england.provisions.map((provision) => ({ ...provision, field: 'shoe.size' })),
    };
    expect(() => checkCompliance(repositoryPolicy('widnes'), rulebook, isoDay('2024-09-01'))).toThrow('shoe.size');
  });
});

describe('the weight of a standing', () => {
  test.each([
    ['breaches', 'law', 'error'],
    ['breaches', 'statutory guidance', 'error'],
    ['breaches', 'non-statutory guidance', 'warning'],
    ['contradicts itself', 'law', 'warning'],
    ['silent', 'law', 'warning'],
    ['meets', 'law', 'information'],
    ['local – cannot judge', 'local', 'information'],
    ['not applicable', 'law', 'information'],
  ] as const)('%s, %s: %s', (standing, level, weight) => {
    expect(weightOf({ standing, level })).toBe(weight);
  });
});

test('on the day it came into force, nothing in Widnes or Halton is wrong', () => {
  const rows = [
    ...checkCompliance(repositoryPolicy('widnes'), england, isoDay('2023-11-22')),
    ...checkCompliance(repositoryPolicy('halton'), england, isoDay('2023-09-01')),
  ];
  expect(rows.filter((row) => weightOf(row) === 'error')).toEqual([]);
});
