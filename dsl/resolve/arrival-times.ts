import type { ClockTime } from '../../register/clock-time.ts';
import type { HalfDayRules, TimeBound } from './policy.ts';

/** Times of one day that the document does not state, by name, as people recorded them. */
export type RecordedTimes = ReadonlyMap<string, ClockTime>;

const noTimes: RecordedTimes = new Map();

export type Truth3 = 'yes' | 'no' | 'perhaps';

/** Whether a time lies within a bound: `until` takes in its own minute on one reading only; a bound not stated cannot say. */
export function withinBound(bound: TimeBound, time: ClockTime, recorded = noTimes): Truth3 {
  const at = timeOf(bound, recorded);
  if (at === undefined) return 'perhaps';
  const apart = time - at;
  switch (bound.kind) {
    case 'after':
      return apart > 0 ? 'yes' : 'no';
    case 'from':
      return apart >= 0 ? 'yes' : 'no';
    case 'by':
      return apart <= 0 ? 'yes' : 'no';
    case 'before':
      return apart < 0 ? 'yes' : 'no';
    case 'until':
      return apart < 0 ? 'yes' : apart === 0 ? 'perhaps' : 'no';
  }
}

export function timeOf({ time, named }: TimeBound, recorded: RecordedTimes): ClockTime | undefined {
  return time ?? (named && recorded.get(named.name));
}

export function withinBounds(bounds: readonly TimeBound[], time: ClockTime, recorded = noTimes): Truth3 {
  const each = bounds.map((bound) => withinBound(bound, time, recorded));
  if (each.includes('no')) return 'no';
  return each.includes('perhaps') ? 'perhaps' : 'yes';
}

/**
 * The rows of a half day in which an arrival at a time surely, or perhaps, stands. Where one surely holds it, a row that
 * hangs on a time not stated is not another reading of the same minute.
 */
export function rowsAt(
  half: HalfDayRules,
  time: ClockTime,
  recorded = noTimes,
): { readonly surely: HalfDayRules['rows']; readonly perhaps: HalfDayRules['rows'] } {
  const surely = half.rows.filter((row) => withinBounds(row.bounds, time, recorded) === 'yes');
  const perhaps = half.rows.filter((row) => withinBounds(row.bounds, time, recorded) === 'perhaps');
  const stated = perhaps.filter((row) => row.bounds.every((bound) => timeOf(bound, recorded) !== undefined));
  return { surely, perhaps: surely.length > 0 ? stated : perhaps };
}
