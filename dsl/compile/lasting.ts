import type { Day } from '../../register/day.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { YES } from './truth.ts';

/**
 * What a year of days is walked by: an answer that surely stays as it is up to some day is not asked for again on the
 * days between. Whatever does not say how long it lasts is asked day by day, so a new kind of condition is right before
 * it is quick; `lasting` among the laws of test/prove holds that what is said of it is so.
 */
/** Later than any day that is asked about; small enough to be held as a whole number of 31 bits, which is quick. */
export const forever = 1_000_000_000 as Day;

/** The last day up to which a condition surely holds as it does on a day. */
export function lastsTo(condition: Lasting, timeline: Timeline, day: Day): Day {
  return condition.lasts?.(timeline, day) ?? day;
}

/** The last day up to which surely nothing pulses after a day. */
export function quietTo(condition: Pick<CompiledCondition, 'quiet'>, timeline: Timeline, day: Day): Day {
  return condition.quiet?.(timeline, day) ?? day;
}

type Lasting = Pick<CompiledCondition, 'lasts'>;

/** The last day up to which several surely hold each as it does on a day. */
export function allLastTo(conditions: readonly Lasting[], timeline: Timeline, day: Day): Day {
  return earliestOf(conditions, (each) => lastsTo(each, timeline, day), day);
}

export function allQuietTo(conditions: readonly CompiledCondition[], timeline: Timeline, day: Day): Day {
  return earliestOf(conditions, (each) => quietTo(each, timeline, day), day);
}

/** The last day up to which conditions surely do not come true together after a day, and do not fire anew. */
export function restTo(conditions: readonly CompiledCondition[], timeline: Timeline, day: Day): Day {
  // One that does not hold is enough, for as long as it does not.
  let kept: Day | undefined;
  for (const each of conditions) {
    if (each.holds(timeline, day) === YES) continue;
    const last = lastsTo(each, timeline, day);
    if (kept === undefined || last > kept) kept = last;
  }
  return kept ?? earlier(allLastTo(conditions, timeline, day), allQuietTo(conditions, timeline, day));
}

/** The earliest of some such days; what lasts no longer than the day itself settles it. */
export function earliestOf<Each>(from: readonly Each[], to: (each: Each) => Day, day: Day): Day {
  let first = forever;
  for (const each of from) {
    const last = to(each);
    if (last < first) first = last;
    if (first <= day) return day;
  }
  return first;
}

/** The day before the first of some days in order that lies after a day; where none does, forever. */
export function untilNext(days: readonly Day[], day: Day): Day {
  for (const each of days) if (each > day) return addDays(each, -1);
  return forever;
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
