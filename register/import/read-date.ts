import { dayOf, parseIsoDay } from '../day.ts';
import type { Day } from '../day.ts';
import type { DateOrder } from './profile.ts';

/**
 * Reads a date in one of the orders a profile allows. `month first`: it can only be month/day/year, so that other
 * dates of the file cannot be trusted to be day/month/year.
 */
export function readDate(text: string, orders: readonly DateOrder[]): Day | 'month first' | undefined {
  const iso = orders.includes('iso') ? parseIsoDay(text) : undefined;
  if (iso !== undefined) return iso;
  const match = orders.includes('day/month/year') ? /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) : null;
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const day = dayOf(year, second, first);
  if (day !== undefined) return day;
  return dayOf(year, first, second) === undefined ? undefined : 'month first';
}

/** What a message asks for. */
export function datesExpected(orders: readonly DateOrder[]): string {
  const samples = orders.map((order) => (order === 'iso' ? '2023-09-04' : '04/09/2023 (day/month/year)'));
  return `a date that exists, written as ${samples.join(' or ')}`;
}
