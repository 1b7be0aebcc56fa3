import type { Day } from '../../register/day.ts';
import type { Span } from './calendar-tables.ts';
import type { CompiledWindow, WindowDays } from './compile-window.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';

/** How many of a running sum lie in a run of days. */
export function sumIn(timeline: Timeline, sums: Int32Array, span: Span): number {
  if (span.to < span.from) return 0;
  const { tables } = timeline;
  return sums[tables.schoolDaysUpTo(span.to)]! - sums[tables.schoolDaysUpTo(addDays(span.from, -1))]!;
}

/**
 * The last day up to which as much of each running sum lies in a window as on a day. A day is looked at by subtracting
 * twice, so that it costs little to go on to the next.
 */
export function sumsLastTo(
  window: CompiledWindow,
  sumsOf: (timeline: Timeline) => readonly Int32Array[],
): (timeline: Timeline, day: Day) => Day {
  return (timeline, day) => {
    const sums = sumsOf(timeline);
    const { asAt } = timeline;
    const first = window.on(timeline, day);
    if (first === 'none' || 'need' in first) return window.lasts(timeline, day);
    let last = day;
    const counts = sums.map((sum) => sumIn(timeline, sum, first));
    while (last < asAt) {
      const next = addDays(last, 1);
      const span = window.on(timeline, next);
      if (span === 'none' || 'need' in span) break;
      if (!sums.every((sum, index) => sumIn(timeline, sum, span) === counts[index])) break;
      last = next;
    }
    return last;
  };
}

/** The last day up to which the same school days lie in a window. */
export function sameDaysTo(window: CompiledWindow): (timeline: Timeline, day: Day) => Day {
  return (timeline, day) => {
    const { asAt, tables } = timeline;
    const first = window.on(timeline, day);
    if (first === 'none' || 'need' in first) return window.lasts(timeline, day);
    const isSame = (span: WindowDays): boolean =>
      span !== 'none' &&
      !('need' in span) &&
      tables.schoolDaysUpTo(span.to) === tables.schoolDaysUpTo(first.to) &&
      tables.schoolDaysUpTo(addDays(span.from, -1)) === tables.schoolDaysUpTo(addDays(first.from, -1));
    let last = day;
    while (last < asAt && isSame(window.on(timeline, addDays(last, 1)))) last = addDays(last, 1);
    return last;
  };
}
