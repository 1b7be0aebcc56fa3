import { calendarsAround } from './calendars.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Cell, Scheme } from './cells.ts';
import { cellsIn, codesOfDays, mostRoom, schemeOf } from './cells.ts';
import type { ComparisonSettings } from './comparison.ts';
import type { Given, Literal, Part, Reach, Term } from './literal.ts';
import { quantityKey } from './literal.ts';
import type { Row } from './solve.ts';
import { cheapest, divisorOf } from './solve.ts';
import type { Lie, Room } from './stretches.ts';
import { liesOf, runsOf } from './stretches.ts';

/** A register, as how many sessions of each cell lie in each stretch up to a day, and what is given beside it. */
export interface Difference {
  readonly scheme: Scheme;
  readonly lie: Lie;
  readonly used: readonly Used[];
  /** How many sessions are marked with something that is counted. */
  readonly sessions: number;
  readonly given: readonly { readonly given: Given; readonly holds: boolean }[];
}

export interface Used {
  readonly cell: Cell;
  readonly number: number;
}

/**
 * The smallest register on which all of some alternative of each side holds at once: the fewest sessions, then the latest
 * in their windows, on the first day of the calendars on which so few are enough. Undefined where there is none. Throws
 * CannotBeCompared where that turns on what is not analysed, and RangeError where the search outgrows what it may.
 */
export function smallestDifference(
  first: readonly Term[],
  second: readonly Term[],
  setting: Pick<ComparisonSettings, 'day' | 'over'> & { readonly letters: readonly string[] },
): Difference | undefined {
  const terms = apart(together(first, second));
  if (terms.length === 0) return undefined;
  const scheme = schemeOf(
    terms.flatMap((term) => term.flatMap(partsOf)),
    setting.letters,
  );
  const possible = terms.filter((term) => solve(scheme, rowsOf(scheme, term), anyStretches(scheme), undefined));
  if (possible.length === 0) return undefined;
  const calendars =
    setting.over ?? calendarsAround(setting.day, yearsFor(scheme.reaches)).map((calendar) => ({ calendar }));
  const read = possible.filter((term) => !term.some(({ kind }) => kind === 'unread'));
  for (const calendar of calendars) {
    const found = smallestIn(scheme, read, liesOf(calendar, scheme.reaches));
    if (found) return found;
  }
  for (const term of possible) {
    const unread = term.find((literal) => literal.kind === 'unread');
    if (unread && calendars.some((each) => smallestIn(scheme, [term], liesOf(each, scheme.reaches))))
      throw new CannotBeCompared(`“${unread.words}” is more than a number of sessions or a share of them`);
  }
  return undefined;
}

/** More room than any calendar has: what cannot be there cannot be anywhere, and no calendar need be laid out. */
function anyStretches({ reaches }: Scheme): readonly Room[] {
  return Array.from({ length: 2 ** reaches.length - 1 }, (_, index) => ({ inside: index + 1, room: 10_000 }));
}

function partsOf(literal: Literal): readonly Part[] {
  return literal.kind === 'linear' ? literal.parts : [];
}

/** One alternative of each, without those that ask that something be so and not so. */
function together(first: readonly Term[], second: readonly Term[]): readonly Term[] {
  return first
    .flatMap((one) => second.map((other) => [...one, ...other]))
    .filter((term) => !isContrary(term) && !isEmpty(term));
}

/** Whether one number would have to be at least so many and fewer: most conditions that agree are found so. */
function isEmpty(term: Term): boolean {
  const least = new Map<string, number>();
  for (const literal of term) {
    if (literal.kind !== 'linear') continue;
    const key = formOf(literal.parts, 1);
    const before = least.get(key.words) ?? Number.NEGATIVE_INFINITY;
    least.set(key.words, Math.max(before, literal.atLeast / key.scale));
  }
  return term.some((literal) => {
    if (literal.kind !== 'linear') return false;
    const opposite = formOf(literal.parts, -1);
    const bound = least.get(opposite.words);
    return bound !== undefined && -literal.atLeast / opposite.scale < bound;
  });
}

/** What is added up, divided by what all have in common, as a text that is the same for the same sum. */
function formOf(parts: readonly Part[], sign: 1 | -1): { readonly words: string; readonly scale: number } {
  const sums = new Map<string, number>();
  for (const { quantity, times } of parts) {
    const key = quantityKey(quantity);
    sums.set(key, (sums.get(key) ?? 0) + sign * times);
  }
  let scale = 0;
  for (const sum of sums.values()) scale = divisorOf(scale, sum);
  const words = [...sums].map(([key, sum]) => `${sum / (scale || 1)} ${key}`).toSorted();
  return { words: words.join(' + '), scale: scale || 1 };
}

function isContrary(term: Term): boolean {
  const known = new Map<string, boolean>();
  return term.some((literal) => {
    if (literal.kind === 'linear') return false;
    const key = literal.kind === 'given' ? literal.given.key : literal.key;
    const before = known.get(key);
    known.set(key, literal.holds);
    return before !== undefined && before !== literal.holds;
  });
}

/** Two tests of one event that differ, in number or window, are not true or false apart: they are not analysed. */
function apart(terms: readonly Term[]): readonly Term[] {
  const keys = new Map<string, Set<string>>();
  for (const { given } of terms.flat().filter((literal) => literal.kind === 'given'))
    keys.set(given.about, (keys.get(given.about) ?? new Set()).add(given.key));
  return terms.map((term) =>
    term.map((literal): Literal => {
      if (literal.kind !== 'given' || keys.get(literal.given.about)!.size < 2) return literal;
      const { key, words } = literal.given;
      return { kind: 'unread', key, words, holds: literal.holds };
    }),
  );
}

function smallestIn(
  scheme: Scheme,
  terms: readonly Term[],
  { all, widest }: ReturnType<typeof liesOf>,
): Difference | undefined {
  let best: { readonly term: Term; readonly lie: Lie; readonly sessions: number } | undefined;
  const most = mostRoom(widest);
  for (const term of terms) {
    const wanted = rowsOf(scheme, term);
    // Where the room of all days together is not enough, no day's is.
    const least = solve(scheme, wanted, most, best?.sessions);
    if (!least) continue;
    for (const lie of widest) {
      const found = solve(scheme, wanted, lie.rooms, best?.sessions);
      if (found) best = { term, lie, sessions: found.sessions };
      if (best && best.sessions <= least.sessions) break;
    }
  }
  if (!best) return undefined;
  const { term, sessions } = best;
  const { used } = solve(scheme, rowsOf(scheme, term), best.lie.rooms, undefined, best)!;
  const lie = all.find((each) => holds(each, used, codesOfDays(scheme)))!;
  return { scheme, lie, used, sessions, given: term.filter((literal) => literal.kind === 'given') };
}

interface Wanted {
  readonly counts: readonly { readonly index: number; readonly times: number }[];
  readonly atLeast: number;
}

function rowsOf({ indexOf }: Scheme, term: Term): readonly Wanted[] {
  return term.flatMap((literal) => {
    if (literal.kind !== 'linear') return [];
    const counts = literal.parts.map(({ quantity, times }) => ({ index: indexOf.get(quantityKey(quantity))!, times }));
    return [{ counts, atLeast: literal.atLeast }];
  });
}

/** The fewest sessions in such stretches; or of so many in all, the latest. */
function solve(
  scheme: Scheme,
  wanted: readonly Wanted[],
  rooms: readonly Room[],
  below: number | undefined,
  latest?: { readonly lie: Lie; readonly sessions: number },
): { readonly used: readonly Used[]; readonly sessions: number } | undefined {
  const ofDays = codesOfDays(scheme);
  const cells = rooms.flatMap(({ inside }) => cellsIn(scheme, inside));
  const isSessions = cells.map(({ kind }) => (kind === 'sessions' ? 1 : 0));
  const rows: Row[] = wanted.map(({ counts, atLeast }) => ({
    times: cells.map((cell) => counts.reduce((sum, { index, times }) => sum - times * cell.counts[index]!, 0)),
    atMost: -atLeast,
  }));
  for (const { inside, room } of rooms) {
    const here = cells.map((cell) => cell.inside === inside);
    rows.push({ times: isSessions.map((one, index) => (here[index] ? one : 0)), atMost: room });
    if (!cells.some((cell, index) => here[index] && cell.kind === 'whole days')) continue;
    const counted = cells.map((cell, index) => (here[index] && countsForDays(cell, ofDays) ? 1 : 0));
    const whole = isSessions.map((one, index) => (here[index] ? 1 - one : 0));
    // So many whole days are twice as many sessions, and what is left over lies on days of its own.
    rows.push({ times: counted.map((one, index) => 2 * whole[index]! - one), atMost: 0 });
    rows.push({ times: counted.map((one, index) => one - whole[index]!), atMost: room / 2 });
  }
  if (latest) rows.push({ times: isSessions, atMost: latest.sessions });
  const costs = latest ? agesOf(latest.lie, cells) : isSessions;
  const found = cheapest({ costs, rows }, below);
  if (!found) return undefined;
  const used = cells.map((cell, index) => ({ cell, number: found[index]! })).filter(({ number }) => number > 0);
  return { used, sessions: found.reduce((sum, number, index) => sum + number * isSessions[index]!, 0) };
}

/** How many stretches end later than that of each cell; of codes in one stretch, those that most is counted by come first. */
function agesOf(lie: Lie, cells: readonly Cell[]): readonly number[] {
  const ends = new Map(lie.rooms.map(({ inside }) => [inside, runsOf(lie, inside).at(-1)!.to]));
  const order = [...ends.values()].sort((a, b) => b - a);
  return cells.map((cell) => {
    if (cell.kind !== 'sessions') return 0;
    return order.indexOf(ends.get(cell.inside)!) * 100 + cell.counts.filter((count) => count === 0).length;
  });
}

/** Whether there is room on a day for what is used on another. */
function holds({ rooms }: Lie, used: readonly Used[], ofDays: readonly string[]): boolean {
  return [...Map.groupBy(used, ({ cell }) => cell.inside)].every(([inside, cells]) => {
    const room = rooms.find((each) => each.inside === inside)?.room ?? 0;
    const sum = (wanted: (cell: Cell) => boolean): number =>
      cells.reduce((total, { cell, number }) => total + (wanted(cell) ? number : 0), 0);
    const counted = sum((cell) => countsForDays(cell, ofDays));
    return (
      sum(({ kind }) => kind === 'sessions') <= room && counted - sum(({ kind }) => kind !== 'sessions') <= room / 2
    );
  });
}

function countsForDays(cell: Cell, ofDays: readonly string[]): boolean {
  return cell.kind === 'sessions' && ofDays.includes(cell.letters[0]!);
}

/** How many school years a calendar must hold for every window to lie in it in full. */
function yearsFor(reaches: readonly Reach[]): number {
  const years = reaches.map((reach) => {
    if (reach.kind === 'last sessions') return reach.number / sessionsAYear;
    if (reach.kind !== 'rolling') return 1;
    const each = inAYear[reach.unit];
    if (each === undefined) throw new CannotBeCompared(`nothing is laid out in ${reach.unit}`);
    return reach.number / each;
  });
  const most = Math.max(1, ...years);
  if (most > mostYears) throw new CannotBeCompared('it looks back over too many years');
  return 1 + Math.ceil(most);
}

const mostYears = 10;
const sessionsAYear = 300;
/** Fewer than any school year has, so that there are years enough. */
const inAYear: Readonly<Record<string, number>> = {
  'school days': 150,
  'calendar days': 300,
  'school weeks': 30,
  'calendar weeks': 45,
  months: 11,
  years: 1,
  'half terms': 6,
  terms: 3,
  'school years': 1,
};
