import type { Day } from '../../register/day.ts';
import type { NamedSpan, SchoolCalendar, SchoolYear } from '../../register/school-calendar.ts';
import { addDays, dayOf, mondayOf, partsOf, weekdayOf } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';

/**
 * The calendars over which conditions are compared, for the school year of a day (or the next to begin) and more after it.
 *
 * What a condition says of a register turns on how many sessions lie between the beginnings of its windows, and of that a
 * calendar decides no more than the room: a session may always be one that does not count. So a calendar with more room
 * between the same beginnings shows whatever one with less shows, and those with the most are enough, each asked on every day:
 * - as most schools meet: half terms of five to eight weeks with a week between them, two weeks at Christmas and at Easter, and
 *   the summer. School weeks reach back the furthest here, over any holiday; a term, half term or year has just begun, or is
 *   about to end.
 * - the same without the weeks between half terms: where nothing stops for so long, calendar weeks reach further back than as
 *   many school weeks.
 * - no holiday at all, half terms of eight or nine weeks: as many sessions as a year can have, and no count of weeks too long.
 * They are asked in this order, so that a difference is shown where it is usual, if it is. A school of which some week has a
 * day alone, or whose half terms last ten weeks, is not looked at.
 */
export function calendarsAround(day: Day, years: number): readonly SchoolCalendar[] {
  const september = firstSeptember(day);
  const key = `${september} ${years}`;
  let known = made.get(key);
  if (!known) {
    known = [usual, unbroken, allYear].map((plan) =>
      schoolCalendar(
        '',
        Array.from({ length: years }, (_, index) => yearFrom(september + index, plan)),
      ),
    );
    made.set(key, known);
  }
  return known;
}

const made = new Map<string, readonly SchoolCalendar[]>();

/** In weeks: how long each half term lasts, and the holiday after it. */
type YearPlan = readonly (readonly [school: number, after: number])[];

const usual: YearPlan = [
  [8, 1],
  [7, 2],
  [6, 1],
  [6, 2],
  [5, 1],
  [7, 0],
];
const unbroken: YearPlan = [
  [9, 0],
  [7, 2],
  [7, 0],
  [6, 2],
  [6, 0],
  [7, 0],
];
const allYear: YearPlan = [
  [9, 0],
  [9, 0],
  [9, 0],
  [9, 0],
  [8, 0],
  [8, 0],
];

/** The year in whose September the school year of a day began, or will where it is over. */
function firstSeptember(day: Day): number {
  const { year, month } = partsOf(day);
  const began = month >= 9 ? year : year - 1;
  return day <= yearFrom(began, usual).to ? began : began + 1;
}

function yearFrom(september: number, plan: YearPlan): SchoolYear {
  const first = dayOf(september, 9, 1)!;
  const begins = weekdayOf(first) > 5 ? mondayOf(addDays(first, 2)) : first;
  const halfTerms: NamedSpan[] = [];
  let monday = mondayOf(begins);
  for (const [index, [school, after]] of plan.entries()) {
    const from = index === 0 ? begins : monday;
    halfTerms.push({ name: `Half term ${index + 1}`, from, to: addDays(monday, 7 * school - 3) });
    monday = addDays(monday, 7 * (school + after));
  }
  const terms = ['Autumn', 'Spring', 'Summer'].map((name, index) => ({
    name,
    from: halfTerms[2 * index]!.from,
    to: halfTerms[2 * index + 1]!.to,
  }));
  return { from: begins, to: halfTerms.at(-1)!.to, terms, halfTerms, closures: [] };
}
