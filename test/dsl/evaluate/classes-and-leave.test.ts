import { expect, test } from 'vitest';
import { classRewards } from '../../../dsl/evaluate/classes.ts';
import { leaveFindings } from '../../../dsl/evaluate/leave.ts';
import { isoDay } from '../../../register/day.ts';
import { compiled, finding, pupilCase } from '../../support/evaluate-policy.ts';

const classes = [
  { class: '1A', phase: 'one', possible: 200, attended: 194 },
  { class: '1B', phase: 'one', possible: 100, attended: 97 },
  { class: '2A', phase: 'two', possible: 200, attended: 193 },
  { class: '2B', phase: 'two', possible: 200, attended: 192 },
  { class: '2C', phase: 'two', possible: 0, attended: 0 },
];

/** The classes a reward goes to. */
function given(reward: string, asAt = '2023-11-13', each: 'school weeks' | 'school years' = 'school weeks') {
  const [found] = classRewards(compiled(reward), classes, each, isoDay(asAt));
  return found!.classes.map((one) => one.class);
}

test('the best class in each phase, all that tie', () => {
  expect(
    given('reward best each school week to the class in each phase with the highest attendance this school week'),
  ).toEqual(['1A', '1B', '2A']);
});

test('the best class of all', () => {
  const reward = 'reward best each school year to the class with the highest attendance this school year';
  expect(given(reward, '2024-07-19', 'school years')).toEqual(['1A', '1B']);
});

test('classes that reach a target, exactly reached among them', () => {
  expect(given('reward good each school week to classes with attendance this school week at least 96.5%')).toEqual([
    '1A',
    '1B',
    '2A',
  ]);
});

test('a target that has lapsed gives nobody anything, and says so', () => {
  const policy = compiled(
    'measure target is 96% in force from 1 September 2022 to 31 August 2023\nreward good each school week to classes with attendance this school week at least target',
  );
  const [found] = classRewards(policy, classes, 'school weeks', isoDay('2023-11-13'));
  expect(found).toMatchObject({ classes: [], needs: [{ kind: 'not stated', since: '2023-08-31' }] });
});

const leave = `role head
leave term-leave {
  parents must ask head for term-leave no later than 4 calendar weeks before leave started
  head will decide term-leave
}`;

test.each([
  ['2023-10-02', 28, true],
  ['2023-10-03', 27, false],
])('asked on %s for 30 October: %s days', (asked, noticeDays, inTime) => {
  const log = [`${asked} term-leave asked about 2023-10-30 2023-11-03`];
  const policy = compiled(leave);
  expect(leaveFindings(policy, pupilCase({ asAt: asked, log }), isoDay(asked))).toMatchObject([
    { id: 'term-leave', asked, from: '2023-10-30', noticeDays, latest: '2023-10-02', inTime, granted: null },
  ]);
  expect(finding(policy, { asAt: asked, log }).duties[0]).toMatchObject({
    state: 'done',
    due: { date: '2023-10-02' },
    inTime,
  });
});

test('a decision, and leave that nobody asked for', () => {
  const log = [
    '2023-10-02 term-leave asked about 2023-10-30 2023-11-03',
    '2023-10-09 term-leave decided',
    '2023-10-09 term-leave refused',
  ];
  const asAt = isoDay('2023-10-30');
  expect(leaveFindings(compiled(leave), pupilCase({ asAt: '2023-10-30', log }), asAt)).toMatchObject([
    { decided: '2023-10-09', granted: false },
  ]);
  const taken = ['2023-10-30 term-leave taken about 2023-10-30 2023-11-03'];
  expect(leaveFindings(compiled(leave), pupilCase({ asAt: '2023-10-30', log: taken }), asAt)).toMatchObject([
    { asked: null, noticeDays: null, inTime: null },
  ]);
  expect(leaveFindings(compiled(leave), pupilCase({ asAt: '2023-10-30' }), asAt)).toEqual([]);
});
