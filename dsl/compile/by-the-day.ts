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
  const daysOf = remembered(({ asAt, joined }): Days => {
    const length = asAt - joined + 1;
    return { held: new Uint8Array(length).fill(notAsked), lasts: new Int32Array(length) };
  });
  const holdsOn = ({ held }: Days, timeline: Timeline, day: Day): Three => {
    const offset = day - timeline.joined;
    // The day before joining, or a day still to come.
    if (offset < 0 || offset >= held.length) return answer(timeline, day);
    const known = held[offset]!;
    if (known !== notAsked) return known as Three;
    const found = answer(timeline, day);
    held[offset] = found;
    const until = unchanged(timeline, day);
    if (until > day) held.fill(found, offset, Math.min(until, timeline.asAt) - timeline.joined + 1);
    return found;
  };
  const lastsTo = (days: Days, timeline: Timeline, day: Day): Day => {
    const now = holdsOn(days, timeline, day);
    let last = day;
    while (last < timeline.asAt && holdsOn(days, timeline, addDays(last, 1)) === now) last = addDays(last, 1);
    return last;
  };
  return {
    holds: (timeline, day) => holdsOn(daysOf(timeline), timeline, day),
    lasts: (timeline, day) => {
      const days = daysOf(timeline);
      const offset = day - timeline.joined;
      if (offset < 0 || offset >= days.lasts.length) return day;
      if (days.lasts[offset] === 0) {
        const last = lastsTo(days, timeline, day);
        days.lasts.fill(last, offset, last - timeline.joined + 1);
      }
      return days.lasts[offset] as Day;
    },
  };
}

/** By day since joining: what holds, and up to when; 0 where nobody asked. */
interface Days {
  readonly held: Uint8Array;
  readonly lasts: Int32Array;
}
