import { expect, test } from 'vitest';
import { calendarOf, counted, plainYear, year } from '../../support/evaluate-policy.ts';

// 2023-24 and 2024-25 with half terms, a Christmas holiday and a closed week inside the spring term.
const school = calendarOf(
  year('2023-09-04', '2024-07-19', {
    terms: ['2023-09-04 2023-12-20 autumn', '2024-01-08 2024-03-28 spring', '2024-04-15 2024-07-19 summer'],
    halfTerms: [
      '2023-09-04 2023-10-20 autumn-1',
      '2023-10-30 2023-12-20 autumn-2',
      '2024-01-08 2024-02-09 spring-1',
      '2024-02-19 2024-03-28 spring-2',
      '2024-04-15 2024-05-24 summer-1',
      '2024-06-03 2024-07-19 summer-2',
    ],
  }),
  year('2024-09-02', '2025-07-22', {
    terms: ['2024-09-02 2024-12-20 autumn', '2025-01-06 2025-04-04 spring', '2025-04-22 2025-07-22 summer'],
    halfTerms: ['2024-09-02 2024-10-25 autumn-1', '2024-11-04 2024-12-20 autumn-2'],
    closures: ['2024-09-23 2024-09-27 flood'],
  }),
);

const absentOn = (...days: string[]) => Object.fromEntries(days.map((day) => [day, 'OO']));

interface Case {
  readonly measure: string;
  readonly asAt: string;
  readonly absent: readonly string[];
  readonly counts: string;
}

const cases: Record<string, Case> = {
  'this half term begins on its first day': {
    measure: 'days absent this half term',
    asAt: '2023-11-03',
    absent: ['2023-10-20', '2023-10-30', '2023-11-03'],
    counts: '2',
  },
  'in a holiday, this half term is the one last begun': {
    measure: 'days absent this half term',
    asAt: '2023-10-25',
    absent: ['2023-09-04', '2023-10-20'],
    counts: '2',
  },
  'last half term is the whole one before': {
    measure: 'days absent last half term',
    asAt: '2023-11-10',
    absent: ['2023-09-04', '2023-10-20', '2023-10-30'],
    counts: '2',
  },
  'last half term reaches across the turn of the year': {
    measure: 'days absent last half term',
    asAt: '2024-09-10',
    absent: ['2024-05-24', '2024-06-03', '2024-07-19', '2024-09-02'],
    counts: '2',
  },
  'this term': {
    measure: 'days absent this term',
    asAt: '2024-01-12',
    absent: ['2023-12-20', '2024-01-08', '2024-01-12'],
    counts: '2',
  },
  'this school year restarts on its first day': {
    measure: 'days absent this school year',
    asAt: '2024-09-02',
    absent: ['2024-07-19', '2024-09-02'],
    counts: '1',
  },
  'in the summer holiday, this school year is the one that ended': {
    measure: 'days absent this school year',
    asAt: '2024-08-20',
    absent: ['2023-09-04', '2024-07-19'],
    counts: '2',
  },
  'this school week begins on Monday': {
    measure: 'days absent this school week',
    asAt: '2024-01-17',
    absent: ['2024-01-12', '2024-01-15', '2024-01-17'],
    counts: '2',
  },
  'last school week is the one before the holiday': {
    measure: 'days absent last school week',
    asAt: '2024-01-08',
    absent: ['2023-12-15', '2023-12-18', '2024-01-08'],
    counts: '1',
  },
  'a rolling 2 school weeks: this one and the one before': {
    measure: 'days absent in a rolling 2 school weeks',
    asAt: '2024-01-17',
    absent: ['2023-12-20', '2024-01-08', '2024-01-17'],
    counts: '2',
  },
  'a rolling 10 school weeks do not count a closed week': {
    measure: 'days absent in a rolling 10 school weeks',
    asAt: '2024-09-30',
    // 30, 16, 9 and 2 September, then back from 15 July: the tenth is the week of 10 June.
    absent: ['2024-06-07', '2024-06-10', '2024-07-19', '2024-09-02', '2024-09-30'],
    counts: '4',
  },
  'in a holiday, rolling school weeks end with the last one held': {
    measure: 'days absent in a rolling 2 school weeks',
    asAt: '2024-08-20',
    absent: ['2024-07-05', '2024-07-08', '2024-07-19'],
    counts: '2',
  },
  '12 calendar weeks are 84 days: the 84th day back is in': {
    measure: 'days absent in a rolling 12 calendar weeks',
    asAt: '2024-02-05',
    absent: ['2023-11-14', '2024-02-05'],
    counts: '2',
  },
  '12 calendar weeks are 84 days: the 85th day back is out': {
    measure: 'days absent in a rolling 12 calendar weeks',
    asAt: '2024-02-06',
    absent: ['2023-11-14', '2024-02-05'],
    counts: '1',
  },
  'a rolling month begins the day after the same date': {
    measure: 'days absent in a rolling 1 month',
    asAt: '2024-03-15',
    absent: ['2024-02-19', '2024-03-15'],
    counts: '2',
  },
  'a rolling month before 31 March is clipped to 29 February': {
    measure: 'days absent in a rolling 1 month',
    asAt: '2025-03-31',
    absent: ['2025-02-28', '2025-03-03', '2025-03-31'],
    counts: '2',
  },
  'a rolling 3 years': {
    measure: 'days absent in a rolling 3 years',
    asAt: '2025-01-10',
    absent: ['2023-09-04', '2025-01-10'],
    counts: '2',
  },
  'a rolling 5 school days': {
    measure: 'days absent in a rolling 5 school days',
    asAt: '2024-01-10',
    absent: ['2023-12-18', '2023-12-19', '2024-01-10'],
    counts: '2',
  },
};

test.each(Object.entries(cases))('%s', (_name, { measure, asAt, absent, counts }) => {
  expect(counted(measure, { asAt, calendar: school, marks: absentOn(...absent) })).toBe(counts);
});

test('sessions of the day asked about count, later ones do not', () => {
  const marks = { '2023-11-13': 'OO OO OO' };
  expect(counted('days absent this school year', { asAt: '2023-11-14', marks })).toBe('2');
});

test('since an event takes in its own day', () => {
  const marks = absentOn('2023-11-13', '2023-11-14', '2023-11-15');
  const log = ['2023-11-14 home-visit made'];
  expect(counted('days absent since home-visit made', { asAt: '2023-11-15', marks, log })).toBe('2');
});

test('since an event that has not happened counts nothing', () => {
  expect(counted('days absent since home-visit made', { asAt: '2023-11-15', marks: absentOn('2023-11-14') })).toBe('0');
});

test('during a period ends with the period', () => {
  const period = 'period p is 2 school days after visit made';
  const marks = absentOn('2023-11-13', '2023-11-14', '2023-11-15', '2023-11-16');
  const log = ['2023-11-13 visit made'];
  expect(counted('days absent during p', { asAt: '2023-11-20', marks, log }, period)).toBe('2');
});

test('a calendar without half terms leaves their counts undetermined', () => {
  expect(counted('days absent this half term', { asAt: '2023-11-15', calendar: plainYear })).toBeUndefined();
});

test('the highest so far is kept when the window moves on', () => {
  const measure = 'unauthorised sessions in a rolling 2 school weeks at the highest this school year';
  const marks = { '2023-09-04': 'OO OO OO', '2023-11-13': 'OO' };
  expect(counted(measure, { asAt: '2023-11-20', marks })).toBe('6');
});
