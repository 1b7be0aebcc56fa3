import type { Day } from '../../register/day.ts';
import type { DayOfYear } from './tree.ts';
import { dayOf, monthNames, parseIsoDay } from '../../register/day.ts';

/** `8 September 2025` or `2025-09-08`; undefined for a date that the calendar does not have. */
export function parseDate(text: string): Day | undefined {
  const parts = /^(\d+)\s+([A-Z][a-z]+)\s+(\d+)$/.exec(text);
  return parts ? dayOf(Number(parts[3]), monthNumber(parts[2]), Number(parts[1])) : parseIsoDay(text);
}

/** `31 March`; undefined for a day that no year has. 29 February is one. */
export function parseDayOfYear(text: string): DayOfYear | undefined {
  const [date, name] = text.split(/\s+/);
  const month = monthNumber(name);
  return dayOf(2000, month, Number(date)) === undefined ? undefined : { month, date: Number(date) };
}

/** `September 2026`: its first day. */
export function parseMonth(text: string): Day | undefined {
  const [month, year] = text.split(/\s+/);
  return dayOf(Number(year), monthNumber(month), 1);
}

function monthNumber(name: string | undefined): number {
  return monthNames.indexOf(name as (typeof monthNames)[number]) + 1;
}
