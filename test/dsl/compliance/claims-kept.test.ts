import { expect, test } from 'vitest';
import type { Policy, StandingRow } from '../../../dsl/index.ts';
import { checkCompliance, england, readPolicies } from '../../../dsl/index.ts';
import { checkProvision } from '../../../dsl/compliance/compliance.ts';
import { isoDay } from '../../../register/day.ts';
import { schoolPolicies } from '../../support/school-policies.ts';

const dated = {
  name: 'dated.att',
  text: `policy dated "A school" in force from 1 September 2024
school day {
  morning from 08:45 {
    arriving after 09:30 is U in force from 1 September 2024 to 31 August 2025
    arriving after 09:15 is U in force from 1 September 2025
  }
}
`,
};

/** The same texts, of which nothing has been asked before. */
function readAnew(): readonly Policy[] {
  const texts = [...schoolPolicies, dated].map((each) => ({ ...each }));
  return [...readPolicies(texts, { rulebook: england }).policies.values()];
}

test('what was found on another day is what is found where nothing was asked before', () => {
  const [asked, anew] = [readAnew(), readAnew()];
  const plain = (rows: readonly StandingRow[]): string =>
    JSON.stringify(rows.map(({ place, ...row }) => ({ ...row, span: place?.span })));
  const today = isoDay('2026-11-22');
  asked.forEach((policy, index) => {
    for (const day of ['2024-09-02', '2025-09-01']) checkCompliance(policy, england, isoDay(day));
    const [found, wanted] = [policy, anew[index]!].map((each) => plain(checkCompliance(each, england, today)));
    expect(found, policy.id).toBe(wanted);
  });
});

test('a clause is found from its first day, and to its last', () => {
  const policy = readAnew().find(({ id }) => id === 'dated')!;
  const standing = (day: string): string | undefined =>
    checkProvision(policy, england, isoDay(day), 'REG-OPEN-30')?.standing;
  expect(['2024-09-01', '2025-08-31', '2025-09-01', '2026-11-22'].map(standing)).toEqual([
    'breaches',
    'breaches',
    'silent',
    'silent',
  ]);
});
