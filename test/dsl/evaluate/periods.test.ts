import { expect, test } from 'vitest';
import { calendarOf, compiled, finding, met, needs, year } from '../../support/evaluate-policy.ts';

const calendar = calendarOf(
  year('2023-09-04', '2024-07-19', {
    closures: ['2023-10-16 2023-10-20 closed week', '2023-12-22 2024-01-05 Christmas'],
  }),
);

interface Case {
  readonly period: string;
  readonly log: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly before: string;
  readonly after: string;
}

const cases: Record<string, Case> = {
  'after an event: its day is not counted': {
    period: '5 school days after notice issued',
    log: ['2023-11-13 notice issued'],
    before: '2023-11-13',
    first: '2023-11-14',
    last: '2023-11-20',
    after: '2023-11-21',
  },
  'from an event: its day is day 1': {
    period: '5 school days from exclusion started',
    log: ['2023-11-13 exclusion started'],
    before: '2023-11-12',
    first: '2023-11-13',
    last: '2023-11-17',
    after: '2023-11-18',
  },
  'from an event on a Saturday: day 1 is Monday': {
    period: '5 school days from exclusion started',
    log: ['2023-11-11 exclusion started'],
    before: '2023-11-10',
    first: '2023-11-13',
    last: '2023-11-17',
    after: '2023-11-18',
  },
  'calendar days': {
    period: '3 calendar days after notice issued',
    log: ['2023-11-17 notice issued'],
    before: '2023-11-17',
    first: '2023-11-18',
    last: '2023-11-20',
    after: '2023-11-21',
  },
  '4 school weeks after 2 October, one of them closed: to the same weekday of the fourth': {
    period: '4 school weeks after notice issued',
    log: ['2023-10-02 notice issued'],
    before: '2023-10-02',
    first: '2023-10-03',
    last: '2023-11-06',
    after: '2023-11-07',
  },
  '3 months after 30 November: clipped to 29 February': {
    period: '3 months after notice issued',
    log: ['2023-11-30 notice issued'],
    before: '2023-11-30',
    first: '2023-12-01',
    last: '2024-02-29',
    after: '2024-03-01',
  },
  'printed dates': {
    period: '1 November 2023 to 30 November 2023',
    log: [],
    before: '2023-10-31',
    first: '2023-11-01',
    last: '2023-11-30',
    after: '2023-12-01',
  },
};

test.each(Object.entries(cases))('%s', (_name, { period, log, first, last, before, after }) => {
  const policy = compiled(`period p is ${period}\nthreshold t is p`);
  const on = (asAt: string) => met(policy, { asAt, log, calendar });
  expect([before, first, last, after].map(on)).toEqual(['no', 'yes', 'yes', 'no']);
});

test.each([
  ['2023-11-01', 'no'],
  ['2023-11-02', 'yes'],
  ['2023-11-22', 'yes'],
  ['2023-11-23', 'undetermined'],
  ['2023-12-13', 'undetermined'],
  ['2023-12-14', 'no'],
])('a length to be chosen from 3 to 6 weeks, and not chosen: on %s %s', (asAt, wanted) => {
  const policy = 'period p is from 3 to 6 calendar weeks after notice issued\nthreshold t is p';
  expect(met(policy, { asAt, log: ['2023-11-01 notice issued'], calendar })).toBe(wanted);
});

test('a period that has not begun', () => {
  expect(met('period p is 5 school days after notice issued\nthreshold t is p', { asAt: '2023-11-13' })).toBe('no');
});

test('the last months of a period', () => {
  const policy = compiled(
    'period whole is 12 months after order made\nperiod p is last 3 months of whole\nthreshold t is p',
  );
  const on = (asAt: string) => met(policy, { asAt, log: ['2023-01-10 order made'] });
  expect(['2023-10-10', '2023-10-11', '2024-01-10', '2024-01-11'].map(on)).toEqual(['no', 'yes', 'yes', 'no']);
});

test('two readings agree inside both, and part between their ends', () => {
  const policy = compiled(
    'period p is 4 calendar weeks after notice issued or perhaps 4 school weeks after notice issued unclear "weeks"\nthreshold t is p',
  );
  const log = ['2023-10-02 notice issued'];
  const found = finding(policy, { asAt: '2023-10-13', log, calendar });
  expect(found.thresholds[0]!.met).toBe('yes');
  const parted = finding(policy, { asAt: '2023-11-02', log, calendar });
  expect(parted.thresholds[0]!.met).toBe('undetermined');
  expect(needs(parted, 't')).toEqual(['reading: p']);
});

test('a period that runs beyond the calendar has not ended', () => {
  const policy = compiled('period p is 10 school days from exclusion started\nthreshold t is p');
  expect(met(policy, { asAt: '2024-07-19', log: ['2024-07-15 exclusion started'] })).toBe('yes');
});

test('not stated is undetermined, and says so', () => {
  const found = finding('period p "the time allowed" is not stated\nthreshold t is p', { asAt: '2023-11-13' });
  expect(needs(found, 't')).toEqual(['not stated: the time allowed']);
});

test('what comes when a period ends comes on its last day', () => {
  const policy = compiled('period p is 5 school days after notice issued\nwhen p ended { school will "decide" }');
  const duties = (asAt: string) => finding(policy, { asAt, log: ['2023-11-13 notice issued'] }).duties;
  expect(duties('2023-11-17')).toEqual([]);
  expect(duties('2023-11-20')).toMatchObject([{ arose: '2023-11-20' }]);
});

test('one period after another', () => {
  const policy = compiled(
    'period p is 5 school days after notice issued\nperiod q is 2 calendar days after p ended\nthreshold t is q',
  );
  const on = (asAt: string) => met(policy, { asAt, log: ['2023-11-13 notice issued'] });
  expect(['2023-11-20', '2023-11-21', '2023-11-22', '2023-11-23'].map(on)).toEqual(['no', 'yes', 'yes', 'no']);
});
