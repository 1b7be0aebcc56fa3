import type { Arbitrary } from 'fast-check';
import { array, boolean, integer, record } from 'fast-check';
import { constantFrom } from 'fast-check';
import type { NamedSpan, SchoolCalendar, SchoolYear } from '../../../register/school-calendar.ts';
import type { Day } from '../../../register/day.ts';
import { addDays, isoDay } from '../../../register/day.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';

/** The end of one school year and the beginning of the next, some weeks of each: the codes change between them. */
export interface CalendarChoice {
  readonly lastWeeks: number;
  readonly firstWeeks: number;
  /** How much the school calls by name: nothing, half terms, or terms and half terms. */
  readonly named: 'nothing' | 'half terms' | 'terms';
  /** Closures: days from the first Monday, and how many days. */
  readonly closed: readonly { readonly at: number; readonly days: number; readonly why: string }[];
  readonly midweek: boolean;
}

export const calendars: Arbitrary<CalendarChoice> = record({
  lastWeeks: integer({ min: 1, max: 5 }),
  firstWeeks: integer({ min: 1, max: 6 }),
  named: constantFrom('terms', 'half terms', 'nothing'),
  closed: array(
    record({
      at: integer({ min: 0, max: 140 }),
      days: integer({ min: 1, max: 4 }),
      why: constantFrom('training', 'bank holiday', ''),
    }),
    { maxLength: 3 },
  ),
  midweek: boolean(),
});

export const firstMonday = isoDay('2024-06-17');
const autumn = isoDay('2024-09-02');

export function calendarOf({ lastWeeks, firstWeeks, named, closed, midweek }: CalendarChoice): SchoolCalendar {
  const closures = closed.map(({ at, days, why }) => {
    const from = addDays(firstMonday, at);
    return { from, to: addDays(from, days - 1), why };
  });
  const year = (from: Day, weeks: number): SchoolYear => {
    const to = addDays(from, 7 * weeks - 3);
    const half = addDays(from, 7 * Math.ceil(weeks / 2) - 3);
    const whole: NamedSpan = { name: 'term', from, to };
    const halves: readonly NamedSpan[] =
      half < to
        ? [
            { name: 'first half', from, to: half },
            { name: 'second half', from: addDays(half, 3), to },
          ]
        : [{ name: 'half', from, to }];
    return {
      from,
      to,
      terms: named === 'terms' ? [whole] : [],
      halfTerms: named === 'nothing' ? [] : halves,
      closures,
    };
  };
  return schoolCalendar('school', [
    year(firstMonday, lastWeeks),
    year(midweek ? addDays(autumn, 2) : autumn, firstWeeks),
  ]);
}
