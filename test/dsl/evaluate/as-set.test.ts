import { expect, test } from 'vitest';
import { compiled, counted, finding, year, calendarOf } from '../../support/evaluate-policy.ts';

const policy = compiled(
  'threshold t is absence this school year as set in "PA-10"\nthreshold s is absence this school year as set in "SA-50"',
);
const calendar = calendarOf(year('2025-09-01', '2026-07-17'));

test('the number is the rulebook’s, the share itself included, and the finding says whose it is', () => {
  const asked = (asAt: string) => finding(policy, { asAt, marks: { '2025-09-01': 'OO' }, calendar }).thresholds;
  expect(asked('2025-09-12')).toMatchObject([
    { met: 'yes', setBy: { provision: 'PA-10', level: 'statutory guidance' } }, // 2 of 20
    { met: 'no', setBy: { provision: 'SA-50' } },
  ]);
  expect(asked('2025-09-15')).toMatchObject([{ met: 'no' }, { met: 'no' }]); // 2 of 22
  expect(asked('2025-09-02')).toMatchObject([{ met: 'yes' }, { met: 'yes' }]); // 2 of 4
  expect(asked('2025-09-03')).toMatchObject([{ met: 'yes' }, { met: 'no' }]); // 2 of 6
});

test('before the guidance it cannot be told', () => {
  const early = calendarOf(year('2014-09-01', '2015-07-17'));
  const [threshold] = finding(policy, { asAt: '2014-09-12', calendar: early }).thresholds;
  expect(threshold).toMatchObject({ met: 'undetermined', setBy: null });
});

test('days attended are attended sessions by two', () => {
  const marks = { '2023-09-04': 'O\\ LL UU' };
  expect(counted('days attended this school year', { asAt: '2023-09-08', marks })).toBe('7/2');
});
