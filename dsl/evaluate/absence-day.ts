import type { Day } from '../../register/day.ts';
import type { Timeline } from '../compile/timeline.ts';
import { absenceOn } from '../compile/absences.ts';

/**
 * The nth school day of the unbroken absence that runs on a day; day 1 is the first with an absent session, and a
 * weekend does not add. Undefined where the pupil is not absent that day.
 */
export function absenceDay(timeline: Timeline, day: Day): { readonly number: number; readonly from: Day } | undefined {
  const absence = absenceOn(timeline, day);
  if (!absence) return undefined;
  const { tables } = timeline;
  return { number: tables.schoolDaysUpTo(day) - tables.schoolDaysUpTo(absence.from) + 1, from: absence.from };
}

/** The day that was the nth of the absence that began on a day. */
export function nthDay(timeline: Timeline, from: Day, number: number): Day {
  return timeline.calendar.schoolDays[timeline.tables.schoolDaysUpTo(from) - 2 + number]!;
}
