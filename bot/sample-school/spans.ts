import { isoDay } from '../../register/day.ts';
import type { Closure, NamedSpan } from '../../register/school-calendar.ts';

export function span(name: string, from: string, to: string): NamedSpan {
  return { name, from: isoDay(from), to: isoDay(to) };
}

/** A single day on which the school is closed. */
export function closed(day: string, why: string): Closure {
  return { from: isoDay(day), to: isoDay(day), why };
}
