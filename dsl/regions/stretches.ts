import type { Day } from '../../register/day.ts';
import { addDays } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { calendarTables, schoolSpan } from '../compile/calendar-tables.ts';
import type { CalendarTables } from '../compile/calendar-tables.ts';
import { calendarDays } from '../compile/compile-window.ts';
import type { Reach } from './literal.ts';
import { reachKey } from './literal.ts';

/** Sessions of a calendar by their place, the first counted and the last not. */
export interface Sessions {
  readonly from: number;
  readonly to: number;
}

/** Sessions that lie in the same of the reaches asked about; `inside` has a bit for each. Runs in order. */
export interface Stretch {
  readonly inside: number;
  readonly runs: readonly Sessions[];
  readonly room: number;
  /** Where the last run ends. */
  readonly to: number;
}

/** A day of a calendar, and how the reaches part the sessions up to it. */
export interface Lie {
  readonly calendar: SchoolCalendar;
  readonly asAt: Day;
  readonly stretches: readonly Stretch[];
}

/**
 * How some reaches lie on each day of a calendar, from the first day on: each lie once, without those on which a reach
 * cannot be laid out. `widest`: those of them with room that no other has in every stretch: whatever can be shown on a day
 * can be shown on one of these.
 */
export function liesOf(
  calendar: SchoolCalendar,
  reaches: readonly Reach[],
): { readonly all: readonly Lie[]; readonly widest: readonly Lie[] } {
  let ofCalendar = known.get(calendar);
  if (!ofCalendar) known.set(calendar, (ofCalendar = new Map()));
  const key = reaches.map(reachKey).join('|');
  let found = ofCalendar.get(key);
  if (!found) {
    const all = distinctLies(calendar, reaches);
    if (ofCalendar.size >= mostKept) ofCalendar.clear();
    ofCalendar.set(key, (found = { all, widest: all.filter((lie) => !isNarrower(lie, all)) }));
  }
  return found;
}

const known = new WeakMap<SchoolCalendar, Map<string, ReturnType<typeof liesOf>>>();
const mostKept = 200;

function distinctLies(calendar: SchoolCalendar, reaches: readonly Reach[]): readonly Lie[] {
  const tables = calendarTables(calendar);
  const found = new Map<string, Lie>();
  for (let day = tables.from; day <= tables.to; day = addDays(day, 1)) {
    const laid = reaches.map((reach) => sessionsIn(reach, tables, day));
    if (!laid.every((each) => each !== undefined)) continue;
    const stretches = stretchesOf(laid);
    const key = stretches.map(({ inside, room }) => `${inside}:${room}`).join(' ');
    if (!found.has(key)) found.set(key, { calendar, asAt: day, stretches });
  }
  return [...found.values()];
}

function sessionsIn(reach: Reach, tables: CalendarTables, day: Day): Sessions | undefined {
  switch (reach.kind) {
    case 'last sessions': {
      const to = 2 * tables.schoolDaysUpTo(day);
      return { from: Math.max(0, to - reach.number), to };
    }
    case 'logged':
      // It begins whenever people log it; the longest it can be has room for what any shorter one has.
      return { from: 0, to: 2 * tables.schoolDaysUpTo(day) };
    default: {
      const days = calendarDays(reach, tables, day);
      if (days === 'none') return { from: 0, to: 0 };
      if ('need' in days) return undefined;
      const { before, upTo } = schoolSpan(tables, days);
      return { from: 2 * before, to: 2 * upTo };
    }
  }
}

function stretchesOf(laid: readonly Sessions[]): readonly Stretch[] {
  const cuts = [...new Set(laid.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const runs = new Map<number, Sessions[]>();
  for (let index = 1; index < cuts.length; index++) {
    const [from, to] = [cuts[index - 1]!, cuts[index]!];
    let inside = 0;
    laid.forEach((each, bit) => {
      if (each.from <= from && to <= each.to) inside |= 1 << bit;
    });
    if (inside === 0) continue;
    const other = runs.get(inside);
    if (other) other.push({ from, to });
    else runs.set(inside, [{ from, to }]);
  }
  return [...runs]
    .map(([inside, each]) => ({
      inside,
      runs: each,
      room: each.reduce((sum, { from, to }) => sum + to - from, 0),
      to: each.at(-1)!.to,
    }))
    .sort((a, b) => a.inside - b.inside);
}

function isNarrower(lie: Lie, all: readonly Lie[]): boolean {
  return all.some((other) => other !== lie && hasRoom(other, lie) && !hasRoom(lie, other));
}

function hasRoom({ stretches }: Lie, { stretches: wanted }: Lie): boolean {
  return wanted.every(({ inside, room }) => roomIn(stretches, inside) >= room);
}

function roomIn(stretches: readonly Stretch[], inside: number): number {
  return stretches.find((each) => each.inside === inside)?.room ?? 0;
}
