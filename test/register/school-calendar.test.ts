import { expect, test } from 'vitest';
import {
  isSchoolDay,
  schoolCalendar,
  schoolDaysBefore,
  schoolWeeks,
  whyClosed,
} from '../../register/school-calendar.ts';
import { formatIsoDay, isoDay } from '../../register/day.ts';
import { calendarOf, year } from '../support/evaluate-policy.ts';

const calendar = calendarOf(
  year('2023-12-11', '2024-01-19', {
    terms: ['2023-12-11 2023-12-20 autumn', '2024-01-08 2024-01-19 spring'],
    closures: ['2023-12-13 2023-12-13 burst pipe', '2024-01-15 2024-01-15'],
  }),
);

test('school days: Monday to Friday, less closures, less what lies between terms', () => {
  expect(calendar.schoolDays.map(formatIsoDay).join(' ')).toBe(
    '2023-12-11 2023-12-12 2023-12-14 2023-12-15 2023-12-18 2023-12-19 2023-12-20 ' +
      '2024-01-08 2024-01-09 2024-01-10 2024-01-11 2024-01-12 2024-01-16 2024-01-17 2024-01-18 2024-01-19',
  );
});

const closed: Record<string, string | undefined> = {
  '2023-12-12': undefined,
  '2023-12-13': 'burst pipe',
  '2024-01-15': 'closed',
  '2023-12-16': 'a weekend',
  '2023-12-27': 'between terms',
  '2024-02-01': 'outside the school year',
};

test.each(Object.entries(closed))('why there is no school on %s', (day, why) => {
  expect(whyClosed(calendar, isoDay(day))).toBe(why);
  expect(isSchoolDay(calendar, isoDay(day))).toBe(why === undefined);
});

test('how many school days lie before a day', () => {
  expect(
    ['2023-12-11', '2023-12-13', '2023-12-14', '2024-06-01'].map((day) => schoolDaysBefore(calendar, isoDay(day))),
  ).toEqual([0, 2, 2, 16]);
});

test('school weeks are those with a session', () => {
  expect(schoolWeeks(calendar).map(formatIsoDay)).toEqual(['2023-12-11', '2023-12-18', '2024-01-08', '2024-01-15']);
});

test('half terms leave gaps of their own', () => {
  const halves = calendarOf(
    year('2023-10-16', '2023-11-03', { halfTerms: ['2023-10-16 2023-10-20 one', '2023-10-30 2023-11-03 two'] }),
  );
  expect(halves.schoolDays).toHaveLength(10);
});

test('a year that names no terms is open throughout', () => {
  expect(calendarOf(year('2023-09-04', '2023-09-15')).schoolDays).toHaveLength(10);
});

test('years are put in order; two that overlap are refused', () => {
  const [first, second] = [year('2023-09-04', '2024-07-19'), year('2024-09-02', '2025-07-22')];
  expect(schoolCalendar('school', [second, first]).years).toEqual([first, second]);
  expect(() => schoolCalendar('school', [first, year('2024-07-19', '2024-08-01')])).toThrow('two school years overlap');
  expect(() => schoolCalendar('school', [year('2024-07-19', '2024-07-01')])).toThrow('ends before it begins');
});
