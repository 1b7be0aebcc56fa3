import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  formatDay,
  formatIsoDay,
  formatLongDay,
  isoDay,
  mondayOf,
  parseIsoDay,
  partsOf,
  weekdayOf,
} from '../../register/day.ts';

test('a day is written as it was read', () => {
  for (const text of ['1970-01-01', '2023-09-04', '2024-02-29', '2199-12-31', '1900-01-01']) {
    expect(formatIsoDay(isoDay(text))).toBe(text);
  }
});

test('days follow each other through a leap year', () => {
  let day = isoDay('2023-12-31');
  for (let count = 0; count < 366; count++) day = addDays(day, 1);
  expect(formatIsoDay(day)).toBe('2024-12-31');
});

test('dates that do not exist', () => {
  for (const text of ['2023-02-29', '2024-06-31', '2024-13-01', '2024-00-10', '24-01-01', '2024-1-1', '']) {
    expect(parseIsoDay(text)).toBeUndefined();
  }
  expect(dayOf(2100, 2, 29)).toBeUndefined();
  expect(dayOf(2000, 2, 29)).toBeDefined();
  expect(() => isoDay('2024-02-30')).toThrow('not a date: 2024-02-30');
});

test('Monday is 1 and Sunday 7, before 1970 too', () => {
  expect(['2024-01-15', '2024-01-21', '1969-12-29', '1970-01-01'].map((text) => weekdayOf(isoDay(text)))).toEqual([
    1, 7, 1, 4,
  ]);
});

test('the Monday of a week', () => {
  expect(['2024-01-15', '2024-01-18', '2024-01-21'].map((text) => formatIsoDay(mondayOf(isoDay(text))))).toEqual([
    '2024-01-15',
    '2024-01-15',
    '2024-01-15',
  ]);
});

const months: Record<string, readonly [from: string, months: number, to: string]> = {
  'the same date': ['2024-01-15', 1, '2024-02-15'],
  'clipped to the end of February': ['2023-11-30', 3, '2024-02-29'],
  'clipped in a common year': ['2023-01-31', 1, '2023-02-28'],
  'over the end of the year': ['2023-12-31', 2, '2024-02-29'],
  backwards: ['2024-03-31', -1, '2024-02-29'],
  'a year back': ['2024-02-29', -12, '2023-02-28'],
};

test.each(Object.entries(months))('months on: %s', (_name, [from, count, to]) => {
  expect(formatIsoDay(addMonths(isoDay(from), count))).toBe(to);
});

test('as letters and answers write it', () => {
  expect(formatDay(isoDay('2024-03-28'))).toBe('28 March 2024');
  expect(formatLongDay(isoDay('2024-03-28'))).toBe('Thursday 28 March 2024');
  expect(partsOf(isoDay('2024-03-28'))).toEqual({ year: 2024, month: 3, date: 28 });
});
