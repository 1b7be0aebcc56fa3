import { isoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { Marks } from './pupil-marks.ts';

/**
 * Amira Khan's absences, the same in every sample: 3 days by 11 October, 4 on 24 November, 7 on 30 January (where
 * *Serious concerns* begins), 8.5 by 28 March 2024, and 9.5 from 10 April to the end of the year: she is at *Serious
 * concerns* on both days. Half a day is one session.
 */
const absences: Readonly<Record<string, readonly [morning: string, afternoon: string]>> = {
  '2023-10-09': ['I', 'I'],
  '2023-10-10': ['I', 'I'],
  '2023-10-11': ['I', 'I'],
  '2023-11-24': ['O', 'O'],
  '2023-12-05': ['/', 'M'],
  '2024-01-15': ['U', '\\'],
  '2024-01-29': ['I', 'I'],
  '2024-01-30': ['I', 'I'],
  '2024-02-26': ['O', 'O'],
  '2024-03-15': ['/', 'I'],
  '2024-04-10': ['R', 'R'],
};

const minutesAfterStart: Readonly<Record<string, number>> = {
  '2023-09-20': 6,
  '2023-11-13': 12,
  '2024-01-15': 65,
  '2024-03-05': 9,
  '2024-06-10': 20,
};

/** Where her marks are laid down, the register was taken. Indexes in `schoolDays`. */
export function amiraKhanDays(schoolDays: readonly Day[]): ReadonlySet<number> {
  const days = [...Object.keys(absences), ...Object.keys(minutesAfterStart)];
  return new Set(days.map((day) => schoolDays.indexOf(isoDay(day))));
}

export function amiraKhanMarks(schoolDays: readonly Day[], group: readonly string[]): Marks {
  const codes = [...group];
  const minutesLate = new Map<number, number>();
  for (const [day, minutes] of Object.entries(minutesAfterStart)) {
    const morning = schoolDays.indexOf(isoDay(day)) * 2;
    codes[morning] = 'L';
    minutesLate.set(morning, minutes);
  }
  for (const [day, pair] of Object.entries(absences)) codes.splice(schoolDays.indexOf(isoDay(day)) * 2, 2, ...pair);
  return { codes, minutesLate };
}
