import type { Day } from '../../register/day.ts';
import type { NamedSpan, SchoolCalendar, SchoolYear } from '../../register/school-calendar.ts';
import { addDays, dayOf, mondayOf, partsOf } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';

/**
 * The calendars over which conditions are compared, for the school year of a day (or the next to begin) and so many more.
 *
 * What a condition says of a register turns on how many sessions lie between the beginnings of its windows, and a calendar
 * decides that by its holidays alone. Room for sessions is never needed in full (a session may be one that does not count),
 * so a calendar with more room between the same beginnings shows whatever one with less room shows. Two kinds are enough:
 * - `usual`: half terms of five to eight weeks with a week between them, two weeks at Christmas and at Easter, and the
 *   summer. School weeks reach back the furthest here, over any holiday, the summer's among them; a term, half term or year
 *   has just begun, or is as long as it gets.
 * - `unbroken`: the same without the weeks between half terms. Only where nothing stops for so long do so many calendar weeks
 *   reach further back than as many school weeks.
 * Windows of one length are asked on every day of both, so that they begin on every day of the week. A school that meets
 * otherwise still (one day a week, no summer) is not looked at.
 */
export function calendarsAround(day: Day, years: number): readonly [SchoolCalendar, SchoolCalendar] {
  const september = firstSeptember(day);
  const key = `${september} ${years}`;
  let known = made.get(key);
  if (!known) {
    const each = (unbroken: boolean): SchoolCalendar =>
      schoolCalendar(
        '',
        Array.from({ length: years }, (_, index) => yearFrom(september + index, unbroken)),
      );
    made.set(key, (known = [each(false), each(true)]));
  }
  return known;
}

const made = new Map<string, readonly [SchoolCalendar, SchoolCalendar]>();

/** In weeks: as long as each half term lasts, and the holiday after it. */
const halfTermWeeks = [8, 7, 6, 6, 5, 7] as const;
const holidayWeeks = [1, 2, 1, 2, 1] as const;

/** The year in whose September the school year of a day began, or will where it is over. */
function firstSeptember(day: Day): number {
  const { year, month } = partsOf(day);
  const began = month >= 9 ? year : year - 1;
  return day <= yearFrom(began, false).to ? began : began + 1;
}

function yearFrom(september: number, unbroken: boolean): SchoolYear {
  const first = dayOf(september, 9, 1)!;
  const monday = mondayOf(addDays(first, 6));
  const halfTerms: NamedSpan[] = [];
  let from = monday;
  for (const [index, weeks] of halfTermWeeks.entries()) {
    const after = holidayWeeks[index] ?? 0;
    const school = unbroken && after === 1 ? weeks + 1 : weeks;
    halfTerms.push({ name: `Half term ${index + 1}`, from, to: addDays(from, 7 * school - 3) });
    from = addDays(from, 7 * (weeks + after));
  }
  const terms = ['Autumn', 'Spring', 'Summer'].map((name, index) => ({
    name,
    from: halfTerms[2 * index]!.from,
    to: halfTerms[2 * index + 1]!.to,
  }));
  return { from: monday, to: halfTerms.at(-1)!.to, terms, halfTerms, closures: [] };
}
