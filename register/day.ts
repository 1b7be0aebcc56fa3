/**
 * A calendar date, held as the count of days since 1 January 1970 in the proleptic Gregorian calendar, so that
 * days compare and subtract as numbers. It knows no clock and no time zone: a Day is what the register says it is.
 */
export type Day = number & { readonly __day: true };

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The Day of a year, a month (1–12) and a day of the month, or undefined where the calendar has no such date. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(date) || date < 1 || date > daysInMonth(year, month)) return undefined;
  return civilToSerial(year, month, date) as Day;
}

/** Reads `2024-03-28`. Anything else, and a date that does not exist, is undefined. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A Day known to be valid, written as ISO 8601; throws on anything else. For tests, constants and data already checked. */
export function isoDay(text: string): Day {
  const day = parseIsoDay(text);
  if (day === undefined) throw new RangeError(`not a date: ${text}`);
  return day;
}

/** `2024-03-28`. */
export function formatIsoDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** `28 March 2024`, as letters and answers write it. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthNames[month - 1]} ${year}`;
}

/** `Thursday 28 March 2024`. */
export function formatLongDay(day: Day): string {
  return `${weekdayNames[weekdayOf(day) - 1]} ${formatDay(day)}`;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

export function partsOf(day: Day): DayParts {
  // Days from 1 March of year 0, in 400-year eras: H. Hinnant's civil-from-days arithmetic.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The same date so many months on; a date the month lacks becomes its last (31 January and one month: 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = (total % 12) + 1;
  return civilToSerial(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))) as Day;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function civilToSerial(year: number, month: number, date: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
