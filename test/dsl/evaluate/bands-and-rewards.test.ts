import { expect, test } from 'vitest';
import { calendarOf, compiled, finding, needs, year } from '../../support/evaluate-policy.ts';

const calendar = calendarOf(
  year('2023-09-04', '2024-07-19', { terms: ['2023-09-04 2023-12-20 autumn', '2024-01-08 2024-03-28 spring'] }),
);
const bands = compiled(`bands summary of attendance this term {
  band blue  "Great" 98% to 100%
  band green "Good"  96.5% to 97.9%
  band amber "Cause for concern" 90% to 96.4%
  band red   "Serious" below 90%
}`);
const band = (asAt: string, marks: Record<string, string>) => finding(bands, { asAt, calendar, marks }).bands[0]!;
const off = (sessions: number) => ({
  '2023-09-04': `${'OO '.repeat(Math.floor(sessions / 2))}${sessions % 2 ? 'O\\' : '/\\'}`.trim(),
});

test('on track before the term’s last school day, given on it', () => {
  expect(band('2023-12-19', {})).toMatchObject({ band: { id: 'blue' }, state: 'on track' });
  expect(band('2023-12-20', {})).toMatchObject({ band: { id: 'blue' }, state: 'given' });
});

test('exactly on a bound: 90% is amber', () => {
  // 10 of 100 sessions.
  expect(band('2023-11-10', off(10))).toMatchObject({ band: { id: 'amber' }, rate: { value: '90' } });
});

test('just below it is red', () => {
  expect(band('2023-11-10', off(11)).band).toMatchObject({ id: 'red' });
});

test('between two printed decimals the readings part: no band, and both are shown', () => {
  // 145 of 148 is 97.97…%: exactly it is below 98%, rounded as printed it is 98.0%.
  const found = finding(bands, { asAt: '2023-12-14', calendar, marks: { '2023-09-04': 'OO O\\' } });
  expect(found.bands[0]).toMatchObject({ band: null, state: 'undetermined', rate: { shown: '98' } });
  expect(needs(found, 'summary')).toEqual(['reading: summary']);
});

test('a mark missing that could change the band leaves it undetermined, and is named', () => {
  const found = finding(bands, { asAt: '2023-11-10', calendar, marks: { '2023-09-04': `${'OO '.repeat(5)}/.` } });
  expect(found.bands[0]!.band).toBeNull();
  expect(needs(found, 'summary')).toEqual(['2023-09-11 PM']);
});

const rewards = compiled(`reward certificate each term to pupils with attendance this term exactly 100%
reward whole-year each school year to pupils with no absent sessions this school year`);
const states = (asAt: string, marks: Record<string, string> = {}) =>
  finding(rewards, { asAt, calendar, marks }).rewards.map((each) => each.state);

test('a reward is on track until its period’s last school day', () => {
  expect(states('2023-12-19')).toEqual(['on track', 'on track']);
  expect(states('2023-12-20')).toEqual(['earned', 'on track']);
  expect(states('2024-07-19')[1]).toBe('earned');
});

test('one session missed loses it', () => {
  expect(states('2023-12-20', { '2023-10-02': '/O' })).toEqual(['not earned', 'not on track']);
});

test('late before the register closed does not', () => {
  expect(states('2023-12-20', { '2023-10-02': 'L\\' })).toEqual(['earned', 'on track']);
});

test('after the register closed it does', () => {
  expect(states('2023-12-20', { '2023-10-02': 'U\\' })[0]).toBe('not earned');
});

test('the holiday asks of the term that ended', () => {
  expect(states('2023-12-27')[0]).toBe('earned');
});

test('a calendar without terms leaves it undetermined, and says what is lacking', () => {
  const found = finding(rewards, { asAt: '2023-12-20' });
  expect(found.rewards[0]!.state).toBe('undetermined');
  expect(needs(found, 'certificate')).toEqual(['data: the school calendar’s terms']);
});

test('rewards to classes are no pupil’s affair', () => {
  const policy = compiled('reward best each term to classes with attendance this term at least 97%');
  expect(finding(policy, { asAt: '2023-12-20', calendar }).rewards).toEqual([]);
});
