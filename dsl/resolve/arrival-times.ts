import type { ClockTime } from '../../register/clock-time.ts';
import type { HalfDayRules, TimeBound } from './policy.ts';

export type Truth3 = 'yes' | 'no' | 'perhaps';

/** Whether a time lies within a bound: `until` takes in its own minute on one reading only; a bound not stated cannot say. */
export function withinBound(bound: TimeBound, time: ClockTime): Truth3 {
  if (bound.time === undefined) return 'perhaps';
  const apart = time - bound.time;
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

export function withinBounds(bounds: readonly TimeBound[], time: ClockTime): Truth3 {
  const each = bounds.map((bound) => withinBound(bound, time));
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
): { readonly surely: HalfDayRules['rows']; readonly perhaps: HalfDayRules['rows'] } {
  const surely = half.rows.filter((row) => withinBounds(row.bounds, time) === 'yes');
  const perhaps = half.rows.filter((row) => withinBounds(row.bounds, time) === 'perhaps');
  const stated = perhaps.filter((row) => row.bounds.every((bound) => bound.time !== undefined));
  return { surely, perhaps: surely.length > 0 ? stated : perhaps };
}
