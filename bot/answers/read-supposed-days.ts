import {
  addDays,
  dayOf,
  formatIsoDay,
  mondayOf,
  monthNames,
  parseIsoDay,
  partsOf,
  weekdayNames,
  weekdayOf,
} from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { HalfDay } from '../../register/session.ts';
import { numberIn } from './read-supposition.ts';

/** Days that are supposed, whether or not the school is open on them, and the words that are left. */
export interface SupposedDays {
  readonly days: readonly SupposedDay[];
  readonly rest: string;
  /** What was meant for a day and is none, or is not in the calendar. */
  readonly unreadable: string | undefined;
}

export interface SupposedDay {
  readonly day: Day;
  /** One half of it alone. */
  readonly half: HalfDay | undefined;
}

export interface SupposedFrom {
  /** The day asked as at: `today`. */
  readonly asAt: Day;
  /** The first day with a session that has no mark yet: where what is to come begins. */
  readonly open: Day;
  readonly calendar: SchoolCalendar;
}

/**
 * Takes the days out of a supposition: `Thursday and Friday`, `2, 3 and 7 May`, `from 2 to 6 May`, `tomorrow morning`,
 * `next week`, `three more days`, `until half term`. A weekday is the next one to come; a date without a year lies in
 * the school year asked about, else it is the next such date.
 */
export function readSupposedDays(text: string, from: SupposedFrom): SupposedDays {
  let unreadable: string | undefined;
  const words = datesAsIso(text, from, (bad) => (unreadable ??= bad))
    .replaceAll(/[,;]/g, ' and ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const days: SupposedDay[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = readers.map((read) => read(words, at, from)).find((each) => each !== undefined);
    if (!found) rest.push(words[at++]!);
    else {
      at = found.next;
      if (found.run === 'unknown') unreadable ??= words.slice(at - 3, at).join(' ');
      else days.push(...found.run);
    }
  }
  return { days: once(days), rest: rest.join(' '), unreadable };
}

interface Found {
  readonly run: readonly SupposedDay[] | 'unknown';
  readonly next: number;
}
type Reader = (words: readonly string[], at: number, from: SupposedFrom) => Found | undefined;

/** `from 2 to 6 May`, `tomorrow to Friday`, `until half term`; the end is one of them. */
const span: Reader = (words, at, from) => {
  const begins = /^(?:from|between)$/i.test(words[at]!) ? at + 1 : at;
  const first = oneDay(words, begins, from);
  const joint = first ? first.next : at;
  if (!/^(?:to|until|till|-|through|up|and)$/i.test(words[joint] ?? '')) return undefined;
  // “2 and 3 May” are two days; “between 2 and 6 May” is a run.
  if (/^and$/i.test(words[joint]!) && !/^between$/i.test(words[at]!)) return undefined;
  if (!first && !/^(?:until|till|to|up)$/i.test(words[joint]!)) return undefined;
  const end = /^to$/i.test(words[joint + 1] ?? '') ? joint + 2 : joint + 1;
  const last = oneDay(words, end, from) ?? endOf(words, end, from);
  if (!last) return undefined;
  if (last.day === undefined) return { run: 'unknown', next: last.next };
  return { run: daysFrom(first?.day ?? from.open, last.day), next: last.next };
};

/** `half term`, `the end of term`, `the end of the week`. */
function endOf(words: readonly string[], at: number, { open, calendar }: SupposedFrom): OneDay | undefined {
  const text = words.slice(at, at + 6).join(' ');
  const said = /^(?:(?:the )?end of (?:the |this )?|the )?(half[ -]?term|term|year|week|holidays?|summer)\b/i.exec(
    text,
  );
  if (!said) return undefined;
  const next = at + said[0].split(' ').length;
  const what = said[1]!.toLowerCase().replace('-', ' ').replace('halfterm', 'half term');
  const year = calendar.years.find(({ from, to }) => from <= open && open <= to);
  if (what === 'week') return { day: addDays(mondayOf(open), 6), next };
  const spans =
    what === 'half term' ? year?.halfTerms : what === 'year' || what === 'summer' ? (year ? [year] : []) : year?.terms;
  return { day: spans?.find(({ to }) => to >= open)?.to, next };
}

/** `next week`, `the rest of this week`, `the next two weeks`. */
const weeks: Reader = (words, at, { asAt, open }) => {
  const text = words.slice(at, at + 6).join(' ');
  const said =
    /^(?:all |the |whole |of )*(?:(rest of )?(?:the |this )?|(next |another )?(\w+ )?(?:more )?(?:whole )?(?:school )?)weeks?\b/i.exec(
      text,
    );
  if (!said) return undefined;
  const next = at + said[0].split(' ').length;
  const number = said[3] === undefined ? undefined : numberIn(said[3].trim());
  if (said[3] !== undefined && number === undefined) return undefined;
  if (said[2] !== undefined && number === undefined) {
    const monday = addDays(mondayOf(asAt), 7);
    return { run: daysFrom(monday, addDays(monday, 4)), next };
  }
  const monday = mondayOf(open);
  return { run: daysFrom(open, addDays(monday, 7 * (number ?? 1) - 3)), next };
};

/** `three more days`, `another day`, `the next 5 school days`: those to come on which the school is open. */
const nextDays: Reader = (words, at, { open, calendar }) => {
  const text = words.slice(at, at + 6).join(' ');
  const said =
    /^(?:the )?(?:next |another |further )?(\w+ )?(?:more |further |other |whole |consecutive )*(?:school )?days?\b(?! of\b)/i.exec(
      text,
    );
  if (!said) return undefined;
  const number = said[1] === undefined ? (/another|next/i.test(said[0]) ? 1 : undefined) : numberIn(said[1].trim());
  if (number === undefined) return undefined;
  const run = calendar.schoolDays.filter((day) => day >= open).slice(0, number);
  return { run: run.map((day) => ({ day, half: undefined })), next: at + said[0].split(' ').length };
};

/** One day, with the half that is said of it, before or behind: `the morning of 2 May`, `Thursday afternoon`. */
const single: Reader = (words, at, from) => {
  const ahead = /^(?:the )?(?:(morning)|(afternoon)) of (?:the )?/i.exec(words.slice(at, at + 5).join(' '));
  const after = ahead ? at + ahead[0].trim().split(' ').length : at;
  const begins = /^(?:on|this)$/i.test(words[after] ?? '') && oneDay(words, after + 1, from) ? after + 1 : after;
  const found = oneDay(words, begins, from);
  if (found?.day === undefined) return undefined;
  const behind = /^(?:in the |on the )?(?:(morning|am)|(afternoon|pm))\b/i.exec(
    words.slice(found.next, found.next + 3).join(' '),
  );
  const half = ahead ?? behind;
  const next = found.next + (ahead || !behind ? 0 : behind[0].split(' ').length);
  return { run: [{ day: found.day, half: half ? (half[1] === undefined ? 'PM' : 'AM') : undefined }], next };
};

const readers: readonly Reader[] = [span, weeks, nextDays, single];

interface OneDay {
  readonly day: Day | undefined;
  readonly next: number;
}

function oneDay(words: readonly string[], at: number, { asAt, open }: SupposedFrom): OneDay | undefined {
  const word = (words[at] ?? '').toLowerCase();
  const iso = parseIsoDay(word);
  if (iso !== undefined) return { day: iso, next: at + 1 };
  if (word === 'today' || word === 'now') return { day: asAt, next: at + 1 };
  if (word === 'tomorrow') return { day: addDays(asAt, 1), next: at + 1 };
  if (word === 'yesterday') return { day: addDays(asAt, -1), next: at + 1 };
  const which = /^(?:next|last|this|on|coming)$/.test(word) ? word : undefined;
  const named = weekdayOfWord((words[which === undefined ? at : at + 1] ?? '').toLowerCase());
  if (named === undefined) return undefined;
  const next = at + (which === undefined ? 1 : 2);
  // A weekday and the date of it: the date says which.
  if (parseIsoDay(words[next] ?? '') !== undefined) return { day: parseIsoDay(words[next]!), next: next + 1 };
  if (which === 'last') {
    const back = (weekdayOf(asAt) - named + 7) % 7;
    return { day: addDays(asAt, back === 0 ? -7 : -back), next };
  }
  const first = addDays(open, (named - weekdayOf(open) + 7) % 7);
  return { day: which === 'next' && mondayOf(first) === mondayOf(asAt) ? addDays(first, 7) : first, next };
}

/** 1 for Monday; `thu`, `Thurs`, `Thursday`. */
function weekdayOfWord(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const index = weekdayNames.findIndex((name) => `${name.toLowerCase()}s`.startsWith(word));
  return index === -1 ? undefined : index + 1;
}

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const number = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
/** `2 and 3 May`, `2 to 6 May 2024`: the first has its month from the second. */
const bare = new RegExp(
  String.raw`\b${number}(\s*(?:,|and|to|until|till|-)\s*(?:and\s+)?)(?=${number}(?: of)? ${month}\b(?:,? (\d{4})\b)?)`,
  'gi',
);
const spoken = new RegExp(String.raw`\b${number}(?: of)? ${month}\b(?:,? (\d{4})\b)?`, 'gi');

function datesAsIso(text: string, from: SupposedFrom, wrong: (bad: string) => void): string {
  let full = text;
  for (let before = ''; before !== full;) {
    before = full;
    full = full.replace(
      bare,
      (_all, date: string, joint: string, _next: string, name: string, year?: string) =>
        `${date} ${name}${year === undefined ? '' : ` ${year}`}${joint.trim() === '-' ? ' to ' : joint}`,
    );
  }
  return full
    .replaceAll(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (typed, date: string, m: string, y: string) =>
      iso(typed, dayOf(Number(y), Number(m), Number(date))),
    )
    .replaceAll(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (typed, y: string, m: string, date: string) =>
      iso(typed, dayOf(Number(y), Number(m), Number(date))),
    )
    .replaceAll(spoken, (typed, date: string, name: string, year?: string) => {
      const index = monthNames.findIndex((each) => each.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
      return iso(typed, dayMeant(Number(date), index, year === undefined ? undefined : Number(year), from));
    });

  function iso(typed: string, day: Day | undefined): string {
    if (day === undefined) wrong(typed.trim());
    return day === undefined ? '' : ` ${formatIsoDay(day)} `;
  }
}

/** In the school year asked about; else the next such date. */
function dayMeant(
  date: number,
  index: number,
  year: number | undefined,
  { asAt, calendar }: SupposedFrom,
): Day | undefined {
  if (year !== undefined) return dayOf(year, index, date);
  const { year: now } = partsOf(asAt);
  const near = [now - 1, now, now + 1].map((each) => dayOf(each, index, date)).filter((each) => each !== undefined);
  const own = calendar.years.find(({ from, to }) => from <= asAt && asAt <= to);
  return near.find((day) => own && own.from <= day && day <= own.to) ?? near.find((day) => day >= asAt) ?? near.at(-1);
}

const longest = 400;

function daysFrom(from: Day, to: Day): readonly SupposedDay[] {
  const run: SupposedDay[] = [];
  for (let day = from; day <= to && run.length < longest; day = addDays(day, 1)) run.push({ day, half: undefined });
  return run;
}

/** In order; a day said whole and in half is whole. */
function once(days: readonly SupposedDay[]): readonly SupposedDay[] {
  const whole = new Set(days.flatMap(({ day, half }) => (half === undefined ? [day] : [])));
  const kept = days.filter(({ day, half }) => half === undefined || !whole.has(day));
  const byKey = new Map(kept.map((each) => [`${each.day} ${each.half ?? ''}`, each]));
  return [...byKey.values()].toSorted((a, b) => a.day - b.day || (a.half ?? '').localeCompare(b.half ?? ''));
}
