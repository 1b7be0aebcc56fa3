import type { Day } from '../../register/day.ts';
import type { SchoolSpan } from './calendar-tables.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';

/** How much of a running sum lies in a run of days. */
export function sumIn(sums: Int32Array, { before, upTo }: SchoolSpan): number {
  return sums[upTo]! - sums[before]!;
}

/**
 * The last day up to which as much of each running sum lies in a window as on a day. A day is looked at by subtracting
 * twice, so that it costs little to go on to the next.
 */
export function sumsLastTo(window: CompiledWindow, sumsOf: (timeline: Timeline) => readonly Int32Array[]): Lasts {
  return windowLastsTo(window, (timeline, first, later) => {
    for (const sum of sumsOf(timeline)) if (sumIn(sum, first) !== sumIn(sum, later)) return false;
    return true;
  });
}

/** The last day up to which the same school days lie in a window. */
export function sameDaysTo(window: CompiledWindow): Lasts {
  return windowLastsTo(window, () => false);
}

type Lasts = (timeline: Timeline, day: Day) => Day;

/** `alike` is asked where other school days lie in the window than on the day. */
function windowLastsTo(
  window: CompiledWindow,
  alike: (timeline: Timeline, first: SchoolSpan, later: SchoolSpan) => boolean,
): Lasts {
  return (timeline, day) => {
    const first = window.on(timeline, day);
    if (first === 'none' || 'need' in first) return window.lasts(timeline, day);
    let last = day;
    while (last < timeline.asAt) {
      const next = addDays(last, 1);
      const later = window.on(timeline, next);
      if (later === 'none' || 'need' in later) break;
      if ((later.before !== first.before || later.upTo !== first.upTo) && !alike(timeline, first, later)) break;
      last = next;
    }
    return last;
  };
}
