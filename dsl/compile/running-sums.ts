import type { Day } from '../../register/day.ts';
import type { CalendarTables, Span } from './calendar-tables.ts';
import type { CompiledWindow } from './compile-window.ts';
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
export function sumsLastTo(window: CompiledWindow, sumsOf: (timeline: Timeline) => readonly Int32Array[]): Lasts {
  return windowLastsTo(window, (timeline, before, after) => {
    for (const sum of sumsOf(timeline)) {
      if (sum[after.to]! - sum[after.from]! - (sum[before.to]! - sum[before.from]!) !== 0) return false;
    }
    return true;
  });
}

/** The last day up to which the same school days lie in a window. */
export function sameDaysTo(window: CompiledWindow): Lasts {
  return windowLastsTo(window, () => false);
}

type Lasts = (timeline: Timeline, day: Day) => Day;

/** School days by how many are past before the first of them, and at the last. */
interface SchoolDays {
  readonly from: number;
  readonly to: number;
}

/** `alike` is asked where other school days lie in the window than on the day. */
function windowLastsTo(
  window: CompiledWindow,
  alike: (timeline: Timeline, before: SchoolDays, after: SchoolDays) => boolean,
): Lasts {
  return (timeline, day) => {
    const { asAt, tables } = timeline;
    const first = window.on(timeline, day);
    if (first === 'none' || 'need' in first) return window.lasts(timeline, day);
    const before = schoolDaysIn(tables, first);
    let last = day;
    while (last < asAt) {
      const next = addDays(last, 1);
      const span = window.on(timeline, next);
      if (span === 'none' || 'need' in span) break;
      const after = schoolDaysIn(tables, span);
      if ((after.from !== before.from || after.to !== before.to) && !alike(timeline, before, after)) break;
      last = next;
    }
    return last;
  };
}

function schoolDaysIn(tables: CalendarTables, { from, to }: Span): SchoolDays {
  return { from: tables.schoolDaysUpTo(addDays(from, -1)), to: tables.schoolDaysUpTo(to) };
}
