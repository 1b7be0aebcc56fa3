import { isoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { LaidDownMarks } from './known-families.ts';
import type { Marks } from './pupil-marks.ts';

/** The days on which a pupil's marks are laid down: on them the register was taken. Indexes in `schoolDays`. */
export function laidDownDays({ absences, minutesAfterStart }: LaidDownMarks, schoolDays: readonly Day[]): number[] {
  return [...Object.keys(absences), ...Object.keys(minutesAfterStart)].map((day) => dayIndex(day, schoolDays));
}

/** A pupil's year: the group's marks, with those laid down in their place. */
export function laidDownMarks(laid: LaidDownMarks, schoolDays: readonly Day[], group: readonly string[]): Marks {
  const codes = [...group];
  const minutesLate = new Map<number, number>();
  for (const [day, minutes] of Object.entries(laid.minutesAfterStart)) {
    const morning = dayIndex(day, schoolDays) * 2;
    codes[morning] = 'L';
    minutesLate.set(morning, minutes);
  }
  for (const [day, pair] of Object.entries(laid.absences)) codes.splice(dayIndex(day, schoolDays) * 2, 2, ...pair);
  return { codes, minutesLate };
}

/** Throws RangeError where the school does not meet on the day. */
function dayIndex(day: string, schoolDays: readonly Day[]): number {
  const index = schoolDays.indexOf(isoDay(day));
  if (index < 0) throw new RangeError(`${day} is no school day of the sample`);
  return index;
}
