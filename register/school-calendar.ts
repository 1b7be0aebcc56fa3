import { addDays, mondayOf, weekdayOf } from './day.ts';
import type { Day } from './day.ts';

export interface NamedSpan {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Closure {
  readonly from: Day;
  readonly to: Day;
  readonly why: string;
}

/** A part of the school, such as the infants, by the year groups that are in it. */
export interface SchoolPhase {
  readonly name: string;
  readonly yearGroups: readonly string[];
}

/** One school year as the school publishes it. Both ends of every span are inclusive. */
export interface SchoolYear {
  readonly from: Day;
  readonly to: Day;
  readonly terms: readonly NamedSpan[];
  readonly halfTerms: readonly NamedSpan[];
  readonly closures: readonly Closure[];
  /** Which year groups make each phase: no register holds it. Left out: not known. */
  readonly phases?: readonly SchoolPhase[];
}

/**
 * When a school meets. School days are Monday to Friday of a school year, less closures, less the gaps between two
 * terms (or half terms) that the year names. Every school day has two sessions.
 */
export interface SchoolCalendar {
  readonly school: string;
  /** In order, not overlapping. */
  readonly years: readonly SchoolYear[];
  /** Every school day, in order. */
  readonly schoolDays: readonly Day[];
}

/** Throws RangeError where two years overlap or a year ends before it begins: callers have checked their input. */
export function schoolCalendar(school: string, years: readonly SchoolYear[]): SchoolCalendar {
  const ordered = years.toSorted((a, b) => a.from - b.from);
  for (const [index, year] of ordered.entries()) {
    if (year.to < year.from) throw new RangeError('a school year ends before it begins');
    const before = ordered[index - 1];
    if (before && before.to >= year.from) throw new RangeError('two school years overlap');
  }
  return { school, years: ordered, schoolDays: ordered.flatMap(schoolDaysOf) };
}

/** Where in `schoolDays` a day stands, or where it would be inserted: the count of school days before it. */
export function schoolDaysBefore(calendar: SchoolCalendar, day: Day): number {
  let low = 0;
  let high = calendar.schoolDays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calendar.schoolDays[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isSchoolDay(calendar: SchoolCalendar, day: Day): boolean {
  return calendar.schoolDays[schoolDaysBefore(calendar, day)] === day;
}

/** Why a day has no sessions, in words, or undefined where it has. */
export function whyClosed(calendar: SchoolCalendar, day: Day): string | undefined {
  if (isSchoolDay(calendar, day)) return undefined;
  const year = calendar.years.find((each) => each.from <= day && day <= each.to);
  if (!year) return 'outside the school year';
  const closure = year.closures.find((each) => each.from <= day && day <= each.to);
  if (closure) return closure.why === '' ? 'closed' : closure.why;
  return weekdayOf(day) > 5 ? 'a weekend' : 'between terms';
}

/** The Mondays of the school weeks: every Monday-to-Sunday week with at least one session, in order. */
export function schoolWeeks(calendar: SchoolCalendar): readonly Day[] {
  const mondays: Day[] = [];
  for (const day of calendar.schoolDays) {
    const monday = mondayOf(day);
    if (mondays.at(-1) !== monday) mondays.push(monday);
  }
  return mondays;
}

function schoolDaysOf(year: SchoolYear): Day[] {
  const days: Day[] = [];
  for (let day = year.from; day <= year.to; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    if (year.closures.some((closure) => closure.from <= day && day <= closure.to)) continue;
    if (inGap(year.terms, day) || inGap(year.halfTerms, day)) continue;
    days.push(day);
  }
  return days;
}

/** After one of the spans ended and before another began, and in none. */
function inGap(spans: readonly NamedSpan[], day: Day): boolean {
  return (
    spans.some((span) => span.to < day) &&
    spans.some((span) => span.from > day) &&
    !spans.some((span) => span.from <= day && day <= span.to)
  );
}
