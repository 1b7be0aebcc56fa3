import { expect, test } from 'vitest';
import type { PupilCase } from '../../../dsl/index.ts';
import { checkFamily } from '../../../dsl/index.ts';
import type { Act } from '../../../register/case-log.ts';
import { isoDay } from '../../../register/day.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';

const leave = compiled(`
role leads "designated leads"
group shared is family in at least 2 member-schools
leave trip "Leave" { otherwise not stated }
where shared { leads must treat alike trip for family }`);

const ladders = compiled(`
judgement serious by school
judgement persists by school
ladder tiers by groups { stage all for all-pupils  stage targeted for serious }
ladder steps by groups { stage expect for all-pupils  stage enforce for persists }
must treat alike steps about tiers for family`);

const family = [
  { pupil: 'K1', school: 'A' },
  { pupil: 'K2', school: 'B' },
];

/** The case of each child of the family. Entries are as the case log is written for tests; a purpose stands after a `;`. */
function children(k1: readonly string[], k2: readonly string[], more: Partial<PupilCase> = {}): readonly PupilCase[] {
  return [k1, k2].map((log, index): PupilCase => {
    const about = pupilCase({ asAt: '2023-12-01', log: log.map((line) => line.replace(/ ;.*$/, '')) });
    const entries = about.log.entries.map((entry, at) => {
      const purpose = log[at]?.split(' ; ')[1];
      return entry.kind === 'act' && purpose !== undefined ? ({ ...entry, purpose } satisfies Act) : entry;
    });
    return { ...about, ...family[index]!, log: { entries }, family, memberSchools: ['A', 'B', 'C'], ...more };
  });
}

const states = (policy: typeof leave, cases: readonly PupilCase[]) =>
  checkFamily(policy, cases, isoDay('2023-12-01')).alike.map((each) => each.state);

const granted = '2023-11-20 trip granted about 2023-12-11 2023-12-15 ; a wedding';
const refused = '2023-11-21 trip refused about 2023-12-11 2023-12-15 ; a wedding';

test('the same leave granted at one school and refused at another is not alike, and neither decision is preferred', () => {
  const found = checkFamily(leave, children([granted], [refused]), isoDay('2023-12-01'));
  expect(found.family).toEqual({ schools: ['A', 'B'], memberSchools: ['A', 'B'] });
  expect(found.alike).toMatchObject([
    {
      id: 'treat-alike-trip',
      subject: [{ id: 'leads', title: 'designated leads' }],
      what: { id: 'trip', title: 'Leave' },
      circumstances: { days: { from: '2023-12-11', to: '2023-12-15' }, purpose: 'a wedding' },
      state: 'not alike',
      parts: [
        { pupil: 'K1', school: 'A', found: { id: 'granted' } },
        { pupil: 'K2', school: 'B', found: { id: 'refused' } },
      ],
      needs: [],
    },
  ]);
});

test('refused at both, or granted at both, is alike', () => {
  expect(states(leave, children([refused], [refused]))).toEqual(['alike']);
  expect(states(leave, children([granted], [granted]))).toEqual(['alike']);
});

test('a decision made again is the last one', () => {
  expect(
    states(leave, children([granted], [refused, '2023-11-24 trip granted about 2023-12-11 2023-12-15 ; a wedding'])),
  ).toEqual(['alike']);
});

test('other days, or another purpose, are other circumstances', () => {
  const later = '2023-11-21 trip refused about 2023-12-18 2023-12-20 ; a wedding';
  const other = '2023-11-21 trip refused about 2023-12-11 2023-12-15 ; a holiday';
  expect(states(leave, children([granted], [later]))).toEqual([]);
  expect(states(leave, children([granted], [other]))).toEqual([]);
});

test('days that overlap, and a purpose that nobody recorded, leave it open', () => {
  const longer = '2023-11-21 trip refused about 2023-12-11 2023-12-18 ; a wedding';
  const bare = '2023-11-21 trip refused about 2023-12-11 2023-12-15';
  expect(states(leave, children([granted], [longer]))).toEqual(['open question']);
  expect(states(leave, children([granted], [bare]))).toEqual(['open question']);
});

test('a rule that does not apply finds nothing, and one that may apply leaves it open', () => {
  expect(states(leave, children([granted], [refused], { memberSchools: ['A'] }))).toEqual([]);
  const { memberSchools: _unknown, ...rest } = children([granted], [refused])[0]!;
  const unknown = children([granted], [refused]).map((each, index) => ({ ...rest, ...family[index]!, log: each.log }));
  expect(states(leave, unknown)).toEqual(['open question']);
});

test('stages are compared between children who stand alike on the ladder named', () => {
  const log = (serious: boolean, persists: boolean) => [
    `2023-11-20 serious is ${serious ? '' : 'not '}true`,
    `2023-11-20 persists is ${persists ? '' : 'not '}true`,
  ];
  expect(states(ladders, children(log(true, true), log(true, false)))).toEqual(['not alike']);
  expect(states(ladders, children(log(true, true), log(true, true)))).toEqual(['alike']);
  expect(states(ladders, children(log(true, true), log(false, false)))).toEqual([]);
  expect(states(ladders, children(log(true, true), []))).toEqual(['open question']);
});
