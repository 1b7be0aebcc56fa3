import type { Day } from '../../register/day.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { addDays } from '../../register/day.ts';
import { remembered } from './remembered.ts';

const notAsked = 3;

/**
 * Remembers what holds on each day since joining, for an answer that asks no ladder: what a ladder says of a day may
 * change while it is replayed. `unchanged` is the last day up to which what the answer is made from surely stays the same.
 */
export function byTheDay(
  answer: (timeline: Timeline, day: Day) => Three,
  unchanged: (timeline: Timeline, day: Day) => Day,
): Required<Pick<CompiledCondition, 'holds' | 'lasts'>> {
  const daysOf = remembered(({ asAt, joined }) => new Uint8Array(asAt - joined + 1).fill(notAsked));
  const holdsOn = (days: Uint8Array, timeline: Timeline, day: Day): Three => {
    const offset = day - timeline.joined;
    // The day before joining, or a day still to come.
    if (offset < 0 || offset >= days.length) return answer(timeline, day);
    const known = days[offset]!;
    if (known !== notAsked) return known as Three;
    const found = answer(timeline, day);
    days.fill(found, offset, Math.min(unchanged(timeline, day), timeline.asAt) - timeline.joined + 1);
    return found;
  };
  return {
    holds: (timeline, day) => holdsOn(daysOf(timeline), timeline, day),
    lasts: (timeline, day) => {
      const days = daysOf(timeline);
      const now = holdsOn(days, timeline, day);
      let last = day;
      while (last < timeline.asAt && holdsOn(days, timeline, addDays(last, 1)) === now) last = addDays(last, 1);
      return last;
    },
  };
}
