import type { Day } from '../../register/day.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { forever } from './lasting.ts';

/**
 * The last day up to which a pupil stands on a ladder where they do on a day, as far as it is replayed. While it is
 * replayed they stand where they are for as long as everything else that it turns on stays as it is.
 */
export function standsTo({ at, filled, filling }: LadderTrack, { joined }: Timeline, day: Day): Day {
  const offset = day - joined;
  if (offset >= filled) return day;
  if (offset < 0) return addDays(joined, -1);
  let last = offset;
  while (last + 1 < filled && at[last + 1] === at[offset]) last++;
  return last + 1 === at.length || (filling && last + 1 === filled) ? forever : addDays(joined, last);
}
