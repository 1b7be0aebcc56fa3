import type { Day } from '../../register/day.ts';
import type { CompiledMeasure } from '../compile/compile-measure.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { CountedSession, Quantity } from './finding.ts';
import { addDays, formatIsoDay, parseIsoDay } from '../../register/day.ts';
import { countOf } from './counted.ts';

/** A day on which sessions that counted until then lie before the window. */
export interface LeavingDay {
  readonly day: string;
  readonly sessions: readonly CountedSession[];
  /** What is still counted on that day. */
  readonly left: Quantity | null;
}

/**
 * On which days, up to the end of the calendar, the sessions that a measure counts now leave its window.
 * @param after the pupil’s days with nothing more to count, as at the end of the calendar
 */
export function leavingDays(
  measure: CompiledMeasure,
  { asAt }: Timeline,
  after: Timeline,
  sessions: readonly CountedSession[],
): readonly LeavingDay[] {
  const leaving: LeavingDay[] = [];
  let inside = sessions;
  for (let day = addDays(asAt, 1); day <= after.asAt && inside.length > 0; day = addDays(day, 1)) {
    const from = measure.daysLookedAt(after, day)[0]?.from;
    const left = inside.filter(({ date }) => from !== undefined && dayOf(date) >= from);
    if (left.length < inside.length) {
      const gone = inside.filter((session) => !left.includes(session));
      leaving.push({ day: formatIsoDay(day), sessions: gone, left: countOf(measure, after, day) });
    }
    inside = left;
  }
  return leaving;
}

/** Findings write days as ISO 8601. */
function dayOf(date: string): Day {
  return parseIsoDay(date)!;
}
