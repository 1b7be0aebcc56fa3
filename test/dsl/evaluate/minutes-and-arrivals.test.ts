import { expect, test } from 'vitest';
import { compiled, finding, met, state } from '../../support/evaluate-policy.ts';

const call = 'while absent and no reason given { school will call parents between 09:10 and 09:40 on absence day 1 }';
const absent = { '2023-11-13': 'O.' };

test.each([
  ['09:09', 'not yet'],
  ['09:10', 'due'],
  ['09:40', 'due'],
  ['09:41', 'overdue'],
])('at %s a duty between 09:10 and 09:40 is %s', (at, wanted) => {
  expect(state(finding(compiled(call), { asAt: '2023-11-13', marks: absent, at }), 'call-parents')).toBe(wanted);
});

test('what is logged later than the minute asked about is not known yet', () => {
  const log = ['2023-11-13 09:30 contact made'];
  const at = (time: string) =>
    state(finding(compiled(call), { asAt: '2023-11-13', marks: absent, log, at: time }), 'call-parents');
  expect(at('09:29')).toBe('due');
  expect(at('09:30')).toBe('done');
});

test.each([
  ['08:59', true],
  ['09:00', false],
])('reported at %s, before 09:00: in time %s', (time, inTime) => {
  const policy = compiled('parents should report absence before 09:00 on absence day 1');
  const log = [`2023-11-13 ${time} absence reported`];
  expect(finding(policy, { asAt: '2023-11-13', marks: { '2023-11-13': '..' }, log }).duties).toMatchObject([
    { state: 'done', inTime },
  ]);
});

test('an absence noted before the register is taken is one, until a mark says otherwise', () => {
  const log = ['2023-11-13 absence noted'];
  expect(finding(call, { asAt: '2023-11-13', marks: { '2023-11-13': '..' }, log }).absence).toEqual({
    from: '2023-11-13',
    day: 1,
  });
  expect(finding(call, { asAt: '2023-11-13', log }).absence).toBeNull();
});

test('when arriving fires at each arrival of such a time, and a register without times brings nothing', () => {
  const policy = compiled(
    'when arriving after 09:00 { school will call parents if arrival unaccompanied since arrival recorded }',
  );
  const on = (asAt: string, ...log: string[]) => state(finding(policy, { asAt, log }), 'call-parents');
  expect(on('2023-11-13', '2023-11-13 09:05 arrival recorded', '2023-11-13 arrival unaccompanied')).toBe('due');
  expect(on('2023-11-13', '2023-11-13 09:05 arrival recorded')).toBe('none');
  expect(on('2023-11-13', '2023-11-13 09:00 arrival recorded', '2023-11-13 arrival unaccompanied')).toBe('none');
  expect(on('2023-11-13')).toBe('none');
});

test('calendar days since an absence started are counted while it lasts, its first day among them', () => {
  const policy = 'threshold t is more than 5 calendar days since absence started';
  const marks = { '2023-11-13': 'OO OO OO OO OO OO' };
  expect(met(policy, { asAt: '2023-11-17', marks })).toBe('no');
  expect(met(policy, { asAt: '2023-11-18', marks })).toBe('yes');
  expect(met(policy, { asAt: '2023-11-20', marks })).toBe('yes');
  expect(met(policy, { asAt: '2023-11-21', marks })).toBe('no');
});

test('working days and school days since an event', () => {
  const log = ['2023-11-10 visit made'];
  expect(met('threshold t is exactly 2 working days since visit made', { asAt: '2023-11-13', log })).toBe('yes');
  expect(met('threshold t is exactly 2 school days since visit made', { asAt: '2023-11-12', log })).toBe('no');
});

test('a measure past its dates is not stated since', () => {
  const policy = compiled(
    'measure target "Target" is 96% in force from 1 September 2023 to 31 August 2024\nthreshold t is attendance this school year below target',
  );
  const marks = { '2023-11-13': 'OO OO OO OO' };
  expect(met(policy, { asAt: '2023-11-30', marks })).toBe('yes');
  const later = finding(policy, { asAt: '2024-09-02', marks });
  expect(later.undetermined).toMatchObject([
    { about: 't', needs: [{ kind: 'not stated', what: 'Target', since: '2024-08-31' }] },
  ]);
});
