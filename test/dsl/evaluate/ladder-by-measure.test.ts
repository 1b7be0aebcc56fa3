import { expect, test } from 'vitest';
import { calendarOf, compiled, finding, stage, state, year } from '../../support/evaluate-policy.ts';

const map = compiled(`ladder map by days absent this school year {
  stage everyone from 0 days absent
  stage concern  from 2 days absent { will send letter-one to parents }
  stage serious  from 4 days absent { will send letter-two to parents }
  stage pa       from 6 days absent kept to the end of the school year
}
letter letter-one
letter letter-two`);

test('one session short of a stage', () => {
  expect(stage(map, { asAt: '2023-11-14', marks: { '2023-11-13': 'OO O\\' } })).toBe('everyone');
});

test('exactly at it', () => {
  expect(stage(map, { asAt: '2023-11-14', marks: { '2023-11-13': 'OO OO' } })).toBe('concern');
});

test('since when, how many days, and how far to the next', () => {
  const found = finding(map, { asAt: '2023-11-20', marks: { '2023-11-13': 'OO OO O\\' } });
  expect(found.ladders[0]).toMatchObject({
    stage: { id: 'concern' },
    since: '2023-11-14',
    count: { value: '5/2', shown: '2.5', unit: 'days absent' },
    next: { stage: { id: 'serious' }, needs: { value: '3/2', shown: '1.5', unit: 'days absent' } },
    possibly: [],
  });
});

test('the last stage has no next', () => {
  expect(
    finding(map, { asAt: '2023-11-20', marks: { '2023-11-13': 'OO OO OO OO OO OO' } }).ladders[0]!.next,
  ).toBeNull();
});

test('a letter is due, then sent', () => {
  const supposed = { asAt: '2023-11-20', marks: { '2023-11-13': 'OO OO' } };
  expect(state(finding(map, supposed), 'letter-one')).toBe('due');
  expect(state(finding(map, { ...supposed, log: ['2023-11-16 letter-one sent'] }), 'letter-one')).toBe('sent');
});

test('two stages passed at once: the higher letter is due, the lower overtaken', () => {
  const found = finding(map, { asAt: '2023-11-20', marks: { '2023-11-13': 'OO OO OO OO' } });
  expect([state(found, 'letter-one'), state(found, 'letter-two')]).toEqual(['overtaken', 'due']);
});

test('a lower letter already sent stays sent', () => {
  const supposed = { asAt: '2023-11-20', marks: { '2023-11-13': 'OO OO OO OO' }, log: ['2023-11-15 letter-one sent'] };
  expect(state(finding(map, supposed), 'letter-one')).toBe('sent');
});

test('a letter of this school year is not sent again when a mark is amended', () => {
  // The stage was reached on the 14th when the letter went; now, after an amendment, only on the 17th.
  const supposed = {
    asAt: '2023-11-20',
    marks: { '2023-11-13': 'OO O\\ /\\ /\\ O\\' },
    log: ['2023-11-14 letter-one sent'],
  };
  expect(state(finding(map, supposed), 'letter-one')).toBe('sent');
});

const twoYears = calendarOf(year('2023-09-04', '2024-07-19'), year('2024-09-02', '2025-07-22'));
const latched = compiled(`ladder map by absence this school year {
  stage everyone from 0%
  stage pa from 10% kept to the end of the school year
}`);
const fourWeeksOff = { '2023-09-04': 'OO '.repeat(20).trim() };

test('a latch holds although the rate has fallen', () => {
  const found = finding(latched, { asAt: '2024-07-19', calendar: twoYears, marks: fourWeeksOff });
  expect(found.ladders[0]).toMatchObject({ stage: { id: 'pa' }, since: '2023-09-04' });
  expect(Number(found.ladders[0]!.count!.shown)).toBeLessThan(10);
});

test('the reasons say how long it is kept', () => {
  const found = finding(latched, { asAt: '2024-06-03', calendar: twoYears, marks: fourWeeksOff });
  expect(found.reasons.find((each) => each.kind === 'kept')).toMatchObject({ until: '2024-07-19' });
});

test('a latch holds through the summer holiday', () => {
  expect(stage(latched, { asAt: '2024-09-01', calendar: twoYears, marks: fourWeeksOff })).toBe('pa');
});

test('and lets go on the first day of the next year', () => {
  expect(stage(latched, { asAt: '2024-09-02', calendar: twoYears, marks: fourWeeksOff })).toBe('everyone');
});

test('a stage of last year overtakes no letter of this one', () => {
  const marks = { '2023-11-13': 'OO OO OO', '2024-09-02': 'OO OO OO OO' };
  const found = finding(map, { asAt: '2024-09-10', calendar: twoYears, marks });
  expect(found.letters.map((each) => [each.id, each.state, each.since])).toEqual([
    ['letter-one', 'overtaken', '2024-09-03'],
    ['letter-two', 'due', '2024-09-05'],
  ]);
});

const falling = compiled(`ladder bands by attendance this school year {
  stage fine from 0%
  stage low below 95%
  stage lowest below 90%
}`);

test('below is less than, not at most', () => {
  expect(stage(falling, { asAt: '2023-09-29', marks: { '2023-09-04': 'OO OO' } })).toBe('low');
  expect(stage(falling, { asAt: '2023-09-29', marks: { '2023-09-04': 'OO OO O\\' } })).toBe('lowest');
});

test('an unlatched stage falls with its rate', () => {
  const marks = { '2023-09-04': 'OO OO O\\' };
  expect(stage(falling, { asAt: '2023-11-03', marks })).toBe('low');
});

test('by groups, the last stage that is true', () => {
  const groups = compiled(`fact send for pupil
judgement at-risk by school
ladder tiers by groups {
  stage everyone for all-pupils
  stage early for send or at-risk
}`);
  expect(stage(groups, { asAt: '2023-11-15', facts: { send: false } })).toBe('everyone');
  expect(stage(groups, { asAt: '2023-11-15', facts: { send: true } })).toBe('early');
  const found = finding(groups, { asAt: '2023-11-15', facts: { send: false } });
  expect(found.ladders[0]!.possibly).toEqual([{ id: 'early', title: 'early' }]);
  expect(found.undetermined[0]!.needs).toMatchObject([{ kind: 'judgement', name: 'at-risk', by: 'school' }]);
});
