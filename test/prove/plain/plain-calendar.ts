import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { UnitName } from '../../../dsl/resolve/policy.ts';
import type { Day } from '../../../register/day.ts';
import { addDays, addMonths, mondayOf, weekdayOf } from '../../../register/day.ts';
import type { PlainSpan } from './plain-days.ts';

/** School years, terms, half terms or school weeks of a calendar, in order. */
export function spansOf({ register: { calendar } }: PupilCase, unit: UnitName): readonly PlainSpan[] {
  const ordered = (spans: readonly PlainSpan[]) => spans.toSorted((a, b) => a.from - b.from);
  switch (unit) {
    case 'school years':
      return calendar.years;
    case 'terms':
      return calendar.years.flatMap(({ terms }) => ordered(terms));
    case 'half terms':
      return calendar.years.flatMap(({ halfTerms }) => ordered(halfTerms));
    case 'school weeks':
      return [...new Set(calendar.schoolDays.map(mondayOf))].map((from) => ({ from, to: addDays(from, 6) }));
    default:
      return [];
  }
}

/** First day of a window of so many of a unit that ends on a day; undefined where none has begun. */
export function rollingFrom(about: PupilCase, number: number, unit: UnitName, day: Day): Day | undefined {
  switch (unit) {
    case 'calendar weeks':
      return addDays(day, 1 - 7 * number);
    case 'calendar days':
      return addDays(day, 1 - number);
    case 'months':
      return addDays(addMonths(day, -number), 1);
    case 'years':
      return addDays(addMonths(day, -12 * number), 1);
    case 'school days':
      return about.register.calendar.schoolDays.filter((each) => each <= day).slice(-number)[0];
    default:
      return spansOf(about, unit)
        .filter(({ from }) => from <= day)
        .slice(-number)[0]?.from;
  }
}

/** The day so many of a unit after another, which is not counted; undefined beyond the calendar. */
export function dayAfter(about: PupilCase, day: Day, number: number, unit: UnitName): Day | undefined {
  const { calendar } = about.register;
  switch (unit) {
    case 'school days':
      return number === 0
        ? calendar.schoolDays.findLast((each) => each <= day)
        : calendar.schoolDays.filter((each) => each > day)[number - 1];
    case 'working days': {
      let at = day;
      for (let left = number; left > 0;) if (isWorkingDay(about, (at = addDays(at, 1)))) left--;
      return at;
    }
    case 'school weeks': {
      const later = spansOf(about, 'school weeks').filter(({ from }) => from > day);
      const week = later[number - 1];
      if (!week) return undefined;
      const same = addDays(week.from, weekdayOf(day) - 1);
      return calendar.schoolDays.findLast((each) => week.from <= each && each <= same) ?? same;
    }
    case 'calendar days':
      return addDays(day, number);
    case 'calendar weeks':
      return addDays(day, 7 * number);
    case 'months':
      return addMonths(day, number);
    default:
      return addMonths(day, 12 * number);
  }
}

/** The school, working or calendar days of a run of days, its ends among them. */
export function daysOfUnit(about: PupilCase, { from, to }: PlainSpan, unit: UnitName): readonly Day[] {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => addDays(from, index));
  if (unit === 'school days') return days.filter((day) => about.register.calendar.schoolDays.includes(day));
  return unit === 'working days' ? days.filter((day) => isWorkingDay(about, day)) : days;
}

/** Monday to Friday, not a bank holiday. */
function isWorkingDay({ register: { calendar } }: PupilCase, day: Day): boolean {
  const holidays = calendar.years.flatMap(({ closures }) => closures.filter(({ why }) => /bank holiday/i.test(why)));
  return weekdayOf(day) < 6 && !holidays.some(({ from, to }) => from <= day && day <= to);
}
