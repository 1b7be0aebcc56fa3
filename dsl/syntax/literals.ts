import type { Day } from '../../register/day.ts';
import { dayOf, monthNames, parseIsoDay } from '../../register/day.ts';

/** `8 September 2025` or `2025-09-08`; undefined for a date that the calendar does not have. */
export function parseDate(text: string): Day | undefined {
  const parts = /^(\d+)\s+([A-Z][a-z]+)\s+(\d+)$/.exec(text);
  return parts ? dayOf(Number(parts[3]), monthNumber(parts[2]), Number(parts[1])) : parseIsoDay(text);
}

/** `September 2026`: its first day. */
export function parseMonth(text: string): Day | undefined {
  const [month, year] = text.split(/\s+/);
  return dayOf(Number(year), monthNumber(month), 1);
}

function monthNumber(name: string | undefined): number {
  return monthNames.indexOf(name as (typeof monthNames)[number]) + 1;
}
