import type { Day } from '../../register/day.ts';
import type { NamedSpan, SchoolCalendar } from '../../register/school-calendar.ts';
import type { UnitName } from '../resolve/policy.ts';
import { isBankHoliday } from '../../register/bank-holiday.ts';
import { addDays, addMonths, mondayOf, weekdayOf } from '../../register/day.ts';
import { schoolDaysBefore, schoolWeeks } from '../../register/school-calendar.ts';

/** What the windows of a policy ask of a calendar, worked out once for each. */
export interface CalendarTables {
  readonly calendar: SchoolCalendar;
  /** First day of the first year; `schoolDaysUpTo` counts from here. */
  readonly from: Day;
  readonly to: Day;
  /** Mondays of the school weeks. */
  readonly weeks: readonly Day[];
  /** How many school days lie on or before a day. */
  schoolDaysUpTo(day: Day): number;
}

const tablesOf = new WeakMap<SchoolCalendar, CalendarTables>();

export function calendarTables(calendar: SchoolCalendar): CalendarTables {
  let tables = tablesOf.get(calendar);
  if (!tables) {
    const from = calendar.years[0]?.from ?? (0 as Day);
    const to = calendar.years.at(-1)?.to ?? from;
    const upTo = new Int32Array(to - from + 1);
    for (let day = from; day <= to; day = addDays(day, 1))
      upTo[day - from] = schoolDaysBefore(calendar, addDays(day, 1));
    const all = calendar.schoolDays.length;
    const schoolDaysUpTo = (day: Day): number => (day < from ? 0 : day > to ? all : upTo[day - from]!);
    tables = { calendar, from, to, weeks: schoolWeeks(calendar), schoolDaysUpTo };
    tablesOf.set(calendar, tables);
  }
  return tables;
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** A run of days, and the school days in it: how many are past before it begins, and once it is over. */
export interface SchoolSpan extends Span {
  readonly before: number;
  readonly upTo: number;
}

export function schoolSpan(tables: CalendarTables, { from, to }: Span): SchoolSpan {
  const before = tables.schoolDaysUpTo(addDays(from, -1));
  return { from, to, before, upTo: to < from ? before : tables.schoolDaysUpTo(to) };
}

/** The school year, term, half term, school week or school day that a day lies in; in a holiday, the one last begun. */
export function current(tables: CalendarTables, unit: UnitName, day: Day): Span | undefined {
  return lastBegun(spansOf(tables, unit), day);
}

/** The whole one before the current one. */
export function previous(tables: CalendarTables, unit: UnitName, day: Day): Span | undefined {
  const spans = spansOf(tables, unit);
  const now = lastBegun(spans, day);
  return now ? spans[spans.indexOf(now) - 1] : undefined;
}

/** The first one to begin after a day. */
export function following(tables: CalendarTables, unit: UnitName, day: Day): Span | undefined {
  return spansOf(tables, unit).find((span) => span.from > day);
}

const spanCache = new WeakMap<CalendarTables, Map<UnitName, readonly Span[]>>();

export function spansOf(tables: CalendarTables, unit: UnitName): readonly Span[] {
  let byUnit = spanCache.get(tables);
  if (!byUnit) spanCache.set(tables, (byUnit = new Map()));
  let spans = byUnit.get(unit);
  if (!spans) byUnit.set(unit, (spans = makeSpans(tables, unit)));
  return spans;
}

function makeSpans(tables: CalendarTables, unit: UnitName): readonly Span[] {
  const { years } = tables.calendar;
  switch (unit) {
    case 'school years':
      return years;
    case 'terms':
      return years.flatMap((year) => inOrder(year.terms));
    case 'half terms':
      return years.flatMap((year) => inOrder(year.halfTerms));
    case 'school weeks':
      return tables.weeks.map((monday) => ({ from: monday, to: addDays(monday, 6) }));
    case 'school days':
      return tables.calendar.schoolDays.map((day) => ({ from: day, to: day }));
    default:
      return [];
  }
}

function inOrder(spans: readonly NamedSpan[]): readonly Span[] {
  return spans.toSorted((a, b) => a.from - b.from);
}

function lastBegun(spans: readonly Span[], day: Day): Span | undefined {
  let found: Span | undefined;
  for (const span of spans) if (span.from <= day) found = span;
  return found;
}

/**
 * The first day of a window that ends on a day: N school weeks take in the week of the day (in a holiday the last one)
 * and the N − 1 school weeks before it; N calendar weeks are 7N days; N months begin the day after the same date N
 * months ago.
 */
export function rollingStart(tables: CalendarTables, number: number, unit: UnitName, day: Day): Day | undefined {
  switch (unit) {
    case 'school weeks': {
      let index = tables.weeks.length - 1;
      const monday = mondayOf(day);
      while (index >= 0 && tables.weeks[index]! > monday) index--;
      return index < 0 ? undefined : tables.weeks[Math.max(0, index - number + 1)]!;
    }
    case 'calendar weeks':
      return addDays(day, 1 - 7 * number);
    case 'calendar days':
      return addDays(day, 1 - number);
    case 'school days': {
      const upTo = tables.schoolDaysUpTo(day);
      return upTo === 0 ? undefined : tables.calendar.schoolDays[Math.max(0, upTo - number)];
    }
    case 'months':
      return addDays(addMonths(day, -number), 1);
    case 'years':
      return addDays(addMonths(day, -12 * number), 1);
    default: {
      const spans = spansOf(tables, unit);
      const now = lastBegun(spans, day);
      return now ? spans[Math.max(0, spans.indexOf(now) - number + 1)]!.from : undefined;
    }
  }
}

/**
 * The day that lies N units after another (itself not counted): the Nth school or working day after it, the same
 * weekday N weeks on, the same date N months on. A school week N weeks on that has no such day ends on its last.
 */
export function daysAfter(tables: CalendarTables, day: Day, number: number, unit: UnitName): Day | undefined {
  switch (unit) {
    case 'school days':
      return tables.calendar.schoolDays[tables.schoolDaysUpTo(day) + number - 1];
    case 'working days':
      return workingDaysAfter(tables, day, number);
    case 'calendar days':
      return addDays(day, number);
    case 'calendar weeks':
      return addDays(day, 7 * number);
    case 'school weeks':
      return schoolWeeksAfter(tables, day, number);
    case 'months':
      return addMonths(day, number);
    case 'years':
    case 'school years':
      return addMonths(day, 12 * number);
    default:
      return undefined;
  }
}

/** How many such days there are from a day to another, both counted. */
export function daysFrom(tables: CalendarTables, from: Day, to: Day, unit: UnitName): number {
  if (unit === 'school days') return tables.schoolDaysUpTo(to) - tables.schoolDaysUpTo(addDays(from, -1));
  if (unit === 'calendar days') return to - from + 1;
  let count = 0;
  for (let day = workingDaysAfter(tables, addDays(from, -1), 1); day <= to; day = workingDaysAfter(tables, day, 1))
    count++;
  return count;
}

/** The day that lies N units before another (itself not counted): the Nth school or working day before it, the same weekday N weeks back, the same date N months back. */
export function daysBefore(tables: CalendarTables, day: Day, number: number, unit: UnitName): Day | undefined {
  switch (unit) {
    case 'school days':
      return tables.calendar.schoolDays[tables.schoolDaysUpTo(addDays(day, -1)) - number];
    case 'working days': {
      let at = addDays(day, -1);
      while (daysFrom(tables, at, addDays(day, -1), unit) < number) at = addDays(at, -1);
      return at;
    }
    case 'calendar days':
      return addDays(day, -number);
    case 'calendar weeks':
      return addDays(day, -7 * number);
    case 'school weeks': {
      const monday = mondayOf(day);
      const week = tables.weeks[tables.weeks.findLastIndex((each) => each < monday) - number + 1];
      return week === undefined ? undefined : addDays(week, day - monday);
    }
    case 'months':
      return addMonths(day, -number);
    case 'years':
    case 'school years':
      return addMonths(day, -12 * number);
    default:
      return undefined;
  }
}

/** Monday to Friday, not a bank holiday. */
function workingDaysAfter(tables: CalendarTables, day: Day, number: number): Day {
  const holidays = tables.calendar.years.flatMap(({ closures }) => closures.filter(isBankHoliday));
  let at = day;
  for (let left = number; left > 0;) {
    at = addDays(at, 1);
    if (weekdayOf(at) <= 5 && !holidays.some((each) => each.from <= at && at <= each.to)) left--;
  }
  return at;
}

function schoolWeeksAfter(tables: CalendarTables, day: Day, number: number): Day | undefined {
  const monday = mondayOf(day);
  const index = tables.weeks.findIndex((each) => each > monday);
  const week = index < 0 ? undefined : tables.weeks[index + number - 1];
  if (week === undefined) return undefined;
  const wanted = addDays(week, day - monday);
  const upTo = tables.schoolDaysUpTo(wanted);
  const last = tables.calendar.schoolDays[upTo - 1];
  return last !== undefined && last >= week ? last : wanted;
}
