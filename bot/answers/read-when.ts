import { parseClockTime } from '../../register/clock-time.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import { addDays, dayOf, monthNames, parseIsoDay, partsOf, weekdayNames, weekdayOf } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';

/** When something happened, and the words that are left of the sentence. */
export interface WhenRead {
  readonly words: string;
  /** Undefined: the sentence names no day. */
  readonly day: Day | undefined;
  readonly time: ClockTime | undefined;
  /** `from 7 to 10 May`: what a leave or an exclusion is about. */
  readonly about: { readonly from: Day; readonly to: Day } | undefined;
  /** `this morning`: the session it was in, or is about. */
  readonly half: HalfDay | undefined;
  /** What was typed for a day, a time or a run of days and is none. */
  readonly unreadable: string | undefined;
}

/** The day it is, and the first and last day of the school year: a date without a year lies in it. */
export interface WhenAsked {
  readonly today: Day;
  readonly year: { readonly from: Day; readonly to: Day } | undefined;
}

/**
 * Takes the day, the time and the run of days out of a sentence that says what was done: `today at 9.20`, `yesterday`,
 * `on Monday`, `on 4 March`, `from 7 to 10 May`. A date without a year is the last one up to today; the days of a run
 * may be ahead, in the school year of today. A time from 1 to 6 without am or pm is of the afternoon.
 */
export function readWhen(sentence: string, { today, year }: WhenAsked): WhenRead {
  let words = sentence;
  let unreadable: string | undefined;
  const take = <Value>(pattern: RegExp, read: (match: RegExpExecArray) => Value | undefined): Value | undefined => {
    const match = pattern.exec(words);
    if (!match) return undefined;
    const value = read(match);
    words = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`;
    if (value === undefined) unreadable ??= match[0].trim();
    return value;
  };
  const half = halfOf(sentence);
  const about =
    take(run, (match) => aboutOf(match, today, year)) ?? take(oneAhead, (match) => aboutOf(match, today, year));
  const day = take(date, (match) => pastDay(match, today)) ?? take(relative, (match) => relativeDay(match, today));
  const time = take(clock, timeOf);
  take(session, () => half);
  return { words: words.replaceAll(/\s+/g, ' ').trim(), day, time, about, half, unreadable };
}

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?,? )?';
const number = `${weekday}(\\d{1,2})(?:st|nd|rd|th)?`;
const spoken = `${number}(?: of)? ${month}\\b(?:,? (\\d{4}))?`;
const iso = '(\\d{4}-\\d{1,2}-\\d{1,2})';
const slashed = '(\\d{1,2}/\\d{1,2}/\\d{4})';
const oneDate = `(?:${iso}|${slashed}|${spoken})`;

/** `from 7 to 10 May`, `7-10 May 2024`, `2024-05-07..2024-05-10`; the first may leave out what the second says. */
const run = new RegExp(
  `(?:(?:from|between|for) )?(?:${oneDate}|${number}) ?(?:to|until|till|and|-|\\.\\.) ?${oneDate}`,
  'i',
);
/** `for 10 May`: the one day it is about. */
const oneAhead = new RegExp(`\\bfor ${oneDate}`, 'i');
const date = new RegExp(`(?:\\b(?:on|dated) )?\\b${oneDate}`, 'i');
const relative =
  /\b(?:(?:on|last|this) )?(today|yesterday|now|this morning|this afternoon|(?<=(?:on|last|this) )(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const clock = /\b(?:at )?(?:(\d{1,2})[:.](\d{2})|(\d{1,2})(?=\s?[ap]m))\s?([ap]m)?\b/i;

const session = /\b(?:(?:in the|on the|for the|this) )?(?:morning|afternoon)\b/i;

function halfOf(sentence: string): HalfDay | undefined {
  if (/\bmorning\b/i.test(sentence)) return 'AM';
  return /\bafternoon\b/i.test(sentence) ? 'PM' : undefined;
}

interface DateParts {
  readonly date: number;
  readonly month: number | undefined;
  readonly year: number | undefined;
}

/** The groups of `oneDate` from an index on. */
function partsAt(match: RegExpExecArray, at: number): DateParts | undefined {
  const [isoText, slashText, dateText, monthText, yearText] = match.slice(at, at + 5);
  if (isoText !== undefined) {
    const [y, m, d] = isoText.split('-').map(Number);
    return { date: d!, month: m!, year: y! };
  }
  if (slashText !== undefined) {
    const [d, m, y] = slashText.split('/').map(Number);
    return { date: d!, month: m!, year: y! };
  }
  if (dateText === undefined || monthText === undefined) return undefined;
  const found = monthNames.findIndex((name) => name.toLowerCase().startsWith(monthText.slice(0, 3).toLowerCase())) + 1;
  return { date: Number(dateText), month: found, year: yearText === undefined ? undefined : Number(yearText) };
}

function pastDay(match: RegExpExecArray, today: Day): Day | undefined {
  const parts = partsAt(match, 1);
  if (!parts || parts.month === undefined) return undefined;
  if (parts.year !== undefined) return dayOf(parts.year, parts.month, parts.date);
  const thisYear = partsOf(today).year;
  return [thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4]
    .map((each) => dayOf(each, parts.month!, parts.date))
    .find((day) => day !== undefined && day <= today);
}

function relativeDay(match: RegExpExecArray, today: Day): Day | undefined {
  const word = match[1]!.toLowerCase();
  if (word === 'yesterday') return addDays(today, -1);
  const named = weekdayNames.findIndex((name) => name.toLowerCase() === word) + 1;
  if (named === 0) return today;
  // The last such day before today.
  const back = (weekdayOf(today) - named + 7) % 7;
  return addDays(today, back === 0 ? -7 : -back);
}

function aboutOf(match: RegExpExecArray, today: Day, year: WhenAsked['year']): WhenRead['about'] {
  const bare = match[6];
  const last = match.length > 7 ? partsAt(match, 7) : partsAt(match, 1);
  const first = partsAt(match, 1) ?? (bare === undefined ? undefined : { ...last!, date: Number(bare) });
  if (!first || !last || first.month === undefined || last.month === undefined) return undefined;
  const years = last.year === undefined ? yearsNear(today) : [last.year];
  const runs = years.flatMap((each) => {
    const to = dayOf(each, last.month!, last.date);
    const from = dayOf(first.year ?? (first.month! > last.month! ? each - 1 : each), first.month!, first.date);
    return from !== undefined && to !== undefined && from <= to ? [{ from, to }] : [];
  });
  if (runs.length < 2 || !year) return runs.find(({ to }) => to >= today) ?? runs[0];
  return runs.find(({ from, to }) => from >= year.from && to <= year.to) ?? runs.find(({ to }) => to >= today);
}

function yearsNear(today: Day): readonly number[] {
  const { year } = partsOf(today);
  return [year - 1, year, year + 1];
}

/** `9.20`, `2:30 pm`, `9am`. School is not open at two in the morning. */
function timeOf(match: RegExpExecArray): ClockTime | undefined {
  const [, hourText, minutes = '00', wholeHour, half] = match;
  const hour = Number(hourText ?? wholeHour);
  const part = half ?? (hour >= 1 && hour <= 6 && hourText?.length === 1 ? 'pm' : '');
  return parseClockTime(`${hour}:${minutes}${part}`);
}

/** `2024-05-07..2024-05-10`, or one day: what an option of the command line gives. */
export function readRun(text: string): WhenRead['about'] {
  const [first = '', last = first, ...more] = text.split('..');
  const [from, to] = [parseIsoDay(first.trim()), parseIsoDay(last.trim())];
  return from !== undefined && to !== undefined && from <= to && more.length === 0 ? { from, to } : undefined;
}
