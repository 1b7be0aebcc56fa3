import { addDays, formatIsoDay, isoDay } from '../../register/day.ts';
import type { DatedRow } from './rulebook-file.ts';

/** The first day of a date as written; null where it is not known. ISO 8601 dates compare as text. */
export function firstDayOf(from: string): string | null {
  return from === 'not known' ? null : `${from}-01-01`.slice(0, 10);
}

/** Whether two rows are in force on one and the same day. */
export function overlap(a: DatedRow, b: DatedRow): boolean {
  return begins(a, b) && begins(b, a);
}

/** The first row begins no later than the second ends. */
function begins(a: DatedRow, b: DatedRow): boolean {
  const first = firstDayOf(a.from);
  return first === null || b.to === null || first <= b.to;
}

export function dayBefore(day: string): string {
  return formatIsoDay(addDays(isoDay(day), -1));
}
