import { describe, expect, test } from 'vitest';
import { england, provisionOn } from '../../../dsl/index.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { checkCompliance } from '../../../dsl/compliance/compliance.ts';
import { weightOf } from '../../../dsl/compliance/standing.ts';
import { addDays, isoDay } from '../../../register/day.ts';
import { idsInForceOn } from '../rulebook/statute-rows.ts';
import { repositoryPolicy } from './standing-of.ts';

function idsOn(day: string): readonly string[] {
  return checkCompliance(repositoryPolicy('widnes'), england, isoDay(day)).map((row) => row.provision);
}

describe('each provision in force on a day has exactly one row', () => {
  test.each(
    [
      '1999-12-22 1999-12-23 2001-02-28 2001-03-01 2006-08-31 2006-09-01 2013-08-31 2013-09-01 2022-08-31 2022-09-01'.split(
        ' ',
      ),
      '2024-08-18 2024-08-19 2026-07-08 2026-07-09 2026-11-22'.split(' '),
    ].flat(),
  )('on %s', (day) => {
    expect(idsOn(day)).toEqual(idsInForceOn(day));
  });

  test('on the first and last day of every provision that the rulebook holds', () => {
    const policy = readPolicies([{ name: 'a.att', text: 'policy a "A" in force from 1 September 2020' }], {
      rulebook: england,
    }).policies.get('a')!;
    const days = new Set(
      england.provisions.flatMap(({ from, to }) =>
        [from, to].flatMap((day) => (day === undefined ? [] : [addDays(day, -1), day, addDays(day, 1)])),
      ),
    );
    for (const day of days) {
      const wanted = england.provisions.map(({ id }) => id).filter((id) => provisionOn(england, id, day) !== undefined);
      expect(checkCompliance(policy, england, day).map((row) => row.provision)).toEqual([...new Set(wanted)]);
    }
  });
});

describe('the weight of a standing', () => {
  test.each([
    ['breaches', 'law', false, 'error'],
    ['breaches', 'statutory guidance', false, 'error'],
    ['breaches', 'non-statutory guidance', false, 'warning'],
    ['contradicts itself', 'law', false, 'warning'],
    ['silent', 'law', false, 'information'],
    ['silent', 'statutory guidance', true, 'warning'],
    ['meets', 'law', true, 'information'],
    ['local – cannot judge', 'local', false, 'information'],
    ['not applicable', 'law', false, 'information'],
  ] as const)('%s, %s, has to be said %s: %s', (standing, level, mustSay, weight) => {
    expect(weightOf({ standing, level, mustSay })).toBe(weight);
  });
});

test('on the day it came into force, nothing in Widnes or Halton is wrong', () => {
  const rows = [
    ...checkCompliance(repositoryPolicy('widnes'), england, isoDay('2023-11-22')),
    ...checkCompliance(repositoryPolicy('halton'), england, isoDay('2023-09-01')),
  ];
  const wrong = rows.filter((row) => weightOf(row) === 'error');
  expect(wrong.map(({ policy, provision, clause }) => `${policy} ${provision} ${clause?.id}`)).toEqual([]);
});
