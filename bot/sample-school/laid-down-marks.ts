import { isoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { LaidDownMarks, LaidDownRun } from './known-families.ts';
import type { Marks } from './pupil-marks.ts';

/** The days on which a pupil's marks are laid down: on them the register was taken. Indexes in `schoolDays`. */
export function laidDownDays(
  { runs = [], absences, minutesAfterStart }: LaidDownMarks,
  schoolDays: readonly Day[],
): number[] {
  const single = [...Object.keys(absences), ...Object.keys(minutesAfterStart)].map((day) => dayIndex(day, schoolDays));
  return [...runs.flatMap((run) => daysOfRun(run, schoolDays)), ...single];
}

/** A pupil's year: the group's marks, with those laid down in their place. */
export function laidDownMarks(laid: LaidDownMarks, schoolDays: readonly Day[], group: readonly string[]): Marks {
  const codes = [...group];
  const minutesLate = new Map<number, number>();
  for (const run of laid.runs ?? [])
    for (const index of daysOfRun(run, schoolDays)) codes.splice(index * 2, 2, run[0], run[0]);
  for (const [day, minutes] of Object.entries(laid.minutesAfterStart)) {
    const morning = dayIndex(day, schoolDays) * 2;
    codes[morning] = 'L';
    minutesLate.set(morning, minutes);
  }
  for (const [day, pair] of Object.entries(laid.absences)) codes.splice(dayIndex(day, schoolDays) * 2, 2, ...pair);
  const earlier = Object.entries(laid.earlier ?? {}).flatMap(([day, pair]) =>
    pair.map((code, half): [number, string] => [dayIndex(day, schoolDays) * 2 + half, code]),
  );
  return { codes, minutesLate, earlierCodes: new Map(earlier) };
}

/** Indexes in `schoolDays`, from the first day to the last, closures left out. */
function daysOfRun([, from, to]: LaidDownRun, schoolDays: readonly Day[]): number[] {
  const [first, last] = [dayIndex(from, schoolDays), dayIndex(to, schoolDays)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Throws RangeError where the school does not meet on the day. */
function dayIndex(day: string, schoolDays: readonly Day[]): number {
  const index = schoolDays.indexOf(isoDay(day));
  if (index < 0) throw new RangeError(`${day} is no school day of the sample`);
  return index;
}
