import type { Day } from '../../register/day.ts';
import type { Timeline } from '../compile/timeline.ts';
import { dayIn } from '../compile/day-classes.ts';

/**
 * The nth school day of the unbroken absence that runs on a day; day 1 is the first with an absent session, and a
 * weekend does not add. Undefined where the pupil is not absent that day.
 */
export function absenceDay(timeline: Timeline, day: Day): { readonly number: number; readonly from: Day } | undefined {
  const last = timeline.tables.schoolDaysUpTo(day) - 1;
  if (last < 0 || timeline.calendar.schoolDays[last] !== day || !absent(timeline, last)) return undefined;
  let index = last;
  while (index > 0 && absent(timeline, index - 1)) index--;
  return { number: last - index + 1, from: timeline.calendar.schoolDays[index]! };
}

function absent(timeline: Timeline, schoolDay: number): boolean {
  const found = dayIn(timeline, schoolDay, { class: 'absent' });
  return found === 'some' || found === 'all';
}
