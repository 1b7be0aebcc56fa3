import { expect, test } from 'vitest';
import { calendarOf, compiled, finding, met, year } from '../../support/evaluate-policy.ts';

const days = 'period csa is from the first 31 December, 31 March or 31 August on or after birthday 5';
const term = 'period csa is from the first term after birthday 5';

/** Whether the period holds on a day, and when it begins. */
function begins(policy: string, born: string, asAt: string, calendar = calendarOf(year('2022-09-05', '2023-07-21'))) {
  const [period] = finding(compiled(policy), { asAt, born, calendar }).periods;
  return [period!.holds, period!.from];
}

test.each([
  ['the day before the prescribed day', '2018-01-01', '2023-03-30', 'no', '2023-03-31'],
  ['the prescribed day', '2018-01-01', '2023-03-31', 'yes', '2023-03-31'],
  ['a birthday on a prescribed day counts itself', '2018-08-31', '2023-08-31', 'yes', '2023-08-31'],
  ['a birthday the day after waits for the next', '2018-09-01', '2023-09-04', 'no', '2023-12-31'],
  ['over the turn of the year', '2018-12-31', '2024-01-01', 'yes', '2023-12-31'],
])('%s', (_name, born, asAt, holds, from) => {
  expect(begins(days, born, asAt)).toEqual([holds, from]);
});

test('a birthday on the first day waits for the next where it says after', () => {
  expect(begins(days.replace('on or after', 'after'), '2018-03-31', '2023-03-31')).toEqual(['no', '2023-08-31']);
});

test('the term after a birthday', () => {
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', { terms: ['2023-09-04 2023-12-21 autumn', '2024-01-08 2024-03-28 spring'] }),
  );
  expect(begins(term, '2018-10-10', '2023-11-30', calendar)).toEqual(['no', '2024-01-08']);
  expect(begins(term, '2018-10-10', '2024-01-08', calendar)).toEqual(['yes', '2024-01-08']);
  expect(begins(term, '2019-02-01', '2024-02-01', calendar)).toEqual(['no', null]);
  expect(begins(term, '2018-10-10', '2023-11-30')).toEqual(['undetermined', null]);
});

test('without a date of birth it is unknown, unless the pupil’s data says so under the period’s name', () => {
  const asked = (facts: Record<string, boolean>) => finding(compiled(days), { asAt: '2023-11-30', facts }).periods[0]!;
  expect(asked({})).toMatchObject({ holds: 'undetermined', needs: [{ kind: 'data' }] });
  expect(asked({ csa: true })).toMatchObject({ holds: 'yes', from: null });
  expect(asked({ csa: false }).holds).toBe('no');
});

test.each([
  ['2018-03-31', 'no'],
  ['2018-04-01', 'yes'],
  ['2018-08-31', 'yes'],
  ['2018-09-01', 'no'],
])('born %s: summer born %s', (born, holds) => {
  expect(met('group t is born from 1 April to 31 August', { asAt: '2023-11-30', born })).toBe(holds);
});

test('a part of the year that runs over its end, and no date of birth', () => {
  const winter = 'group t is born from 1 November to 28 February';
  expect(met(winter, { asAt: '2023-11-30', born: '2018-01-15' })).toBe('yes');
  expect(met(winter, { asAt: '2023-11-30', born: '2018-03-01' })).toBe('no');
  expect(met(winter, { asAt: '2023-11-30' })).toBe('undetermined');
});
