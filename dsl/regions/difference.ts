import type { Day } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { calendarsAround } from './calendars.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Scheme } from './cells.ts';
import { mostRoom, schemeOf } from './cells.ts';
import type { CalendarAsked, ComparisonSettings } from './comparison.ts';
import type { Used } from './fewest.ts';
import { fewest, isRoomFor, latest, mayBe } from './fewest.ts';
import type { Given, Term } from './literal.ts';
import type { Lie } from './stretches.ts';
import { lieOn, liesOf } from './stretches.ts';
import { termsTogether } from './together.ts';
import { yearsFor } from './years-back.ts';

/** A register, as how many sessions of each cell lie in each stretch up to a day, and what is given beside it. */
export interface Difference {
  readonly scheme: Scheme;
  readonly lie: Lie;
  readonly used: readonly Used[];
  /** How many sessions are marked with something that is counted. */
  readonly sessions: number;
  readonly given: readonly { readonly given: Given; readonly holds: boolean }[];
}

/**
 * The smallest register on which all of some alternative of each side holds at once: the fewest sessions, then the latest
 * in their windows, on the first day of the calendars on which so few are enough. Undefined where there is none. Throws
 * CannotBeCompared where that turns on what is not analysed, and RangeError where the search outgrows what it may.
 */
export function smallestDifference(
  first: readonly Term[],
  second: readonly Term[],
  setting: DifferenceSetting,
): Difference | undefined {
  return smallestOf(askedOf(first, second, setting), setting);
}

type DifferenceSetting = Pick<ComparisonSettings, 'day' | 'over'> & { readonly letters: readonly string[] };

/**
 * Whether there is such a register. Most differences show on the last or the first day of a half term, of which one is enough:
 * only where they do not is every day looked at. Throws as `smallestDifference` does.
 */
export function isDifferent(first: readonly Term[], second: readonly Term[], setting: DifferenceSetting): boolean {
  const asked = askedOf(first, second, setting);
  const { day, over } = setting;
  if (over === undefined && asked.length > 0) {
    const [usual] = calendarsAround(day, yearsOf(asked));
    const halfTerms = usual!.years.at(-1)!.halfTerms.toReversed();
    const days = [...halfTerms.map(({ to }) => to), ...halfTerms.map(({ from }) => from)];
    const read = asked.filter((each) => !hasUnread(each));
    if (days.some((asAt) => read.some((each) => isOn(usual!, asAt, each)))) return true;
  }
  return smallestOf(asked, setting) !== undefined;
}

function isOn(calendar: SchoolCalendar, asAt: Day, { term, scheme }: Asked): boolean {
  const lie = lieOn(calendar, scheme.reaches, asAt);
  return lie !== undefined && mayBe(scheme, term, lie.rooms) && fewest(scheme, term, lie.rooms) !== undefined;
}

function askedOf(first: readonly Term[], second: readonly Term[], { letters }: DifferenceSetting): readonly Asked[] {
  return termsTogether(first, second)
    .map((term) => ({ term, scheme: schemeOf(term, letters) }))
    .filter(isPossible);
}

function yearsOf(asked: readonly Asked[]): number {
  return Math.max(...asked.map(({ scheme }) => yearsFor(scheme.reaches)));
}

function smallestOf(asked: readonly Asked[], { day, over }: DifferenceSetting): Difference | undefined {
  if (asked.length === 0) return undefined;
  const calendars = over ?? calendarsAround(day, yearsOf(asked)).map((calendar) => ({ calendar }));
  const [unread, read] = [asked.filter(hasUnread), asked.filter((each) => !hasUnread(each))];
  for (const calendar of calendars) {
    const found = smallestOn(calendar, read);
    if (found) return found;
  }
  for (const each of unread)
    if (calendars.some((calendar) => smallestOn(calendar, [each])))
      throw new CannotBeCompared(`“${unreadIn(each)}” is more than a number of sessions or a share of them`);
  return undefined;
}

/** What must be so, with what it tells apart: nothing that others ask for is told apart for it. */
interface Asked {
  readonly term: Term;
  readonly scheme: Scheme;
}

/** With more room than any calendar has: what cannot be there cannot be anywhere, and no calendar need be laid out. */
function isPossible({ term, scheme }: Asked): boolean {
  const rooms = Array.from({ length: 2 ** scheme.reaches.length - 1 }, (_, index) => ({
    inside: index + 1,
    room: 10_000,
  }));
  return mayBe(scheme, term, rooms);
}

function hasUnread(asked: Asked): boolean {
  return unreadIn(asked) !== undefined;
}

function unreadIn({ term }: Asked): string | undefined {
  return term.find((literal) => literal.kind === 'unread')?.words;
}

function smallestOn(calendar: CalendarAsked, asked: readonly Asked[]): Difference | undefined {
  let best: (Asked & { readonly lie: Lie; readonly sessions: number }) | undefined;
  for (const { term, scheme } of asked) {
    const { widest } = liesOf(calendar, scheme.reaches);
    // Where the room of all days together is not enough, no day's is.
    const least = fewest(scheme, term, mostRoom(widest), best?.sessions);
    if (!least) continue;
    for (const lie of widest) {
      const found = fewest(scheme, term, lie.rooms, best?.sessions);
      if (found) best = { term, scheme, lie, sessions: found.sessions };
      if (best && best.sessions <= least.sessions) break;
    }
  }
  if (!best) return undefined;
  const { term, scheme, sessions } = best;
  const used = latest(scheme, term, best.lie, sessions);
  const lie = liesOf(calendar, scheme.reaches).all.find((each) => isRoomFor(scheme, each, used))!;
  return { scheme, lie, used, sessions, given: term.filter((literal) => literal.kind === 'given') };
}
