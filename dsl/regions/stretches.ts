import type { Day } from '../../register/day.ts';
import { addDays } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { calendarTables, schoolSpan } from '../compile/calendar-tables.ts';
import type { CalendarTables } from '../compile/calendar-tables.ts';
import { calendarDays } from '../compile/compile-window.ts';
import type { CalendarAsked } from './comparison.ts';
import type { Reach } from './literal.ts';
import { reachKey } from './literal.ts';

/** Sessions of a calendar by their place, the first counted and the last not. */
export interface Sessions {
  readonly from: number;
  readonly to: number;
}

/** How many sessions lie in the same of the reaches asked about; `inside` has a bit for each. */
export interface Room {
  readonly inside: number;
  readonly room: number;
}

/** A day of a calendar, and how the reaches part the sessions up to it. */
export interface Lie {
  readonly calendar: SchoolCalendar;
  readonly asAt: Day;
  readonly laid: readonly Sessions[];
  readonly rooms: readonly Room[];
}

/** The sessions of a stretch, in runs from the first. */
export function runsOf({ laid }: Lie, inside: number): readonly Sessions[] {
  const cuts = cutsOf(laid);
  const runs: Sessions[] = [];
  for (let index = 1; index < cuts.length; index++)
    if (insideOf(laid, cuts[index - 1]!, cuts[index]!) === inside)
      runs.push({ from: cuts[index - 1]!, to: cuts[index]! });
  return runs;
}

/**
 * How some reaches lie on each day of a calendar, from the first day on: each lie once, without the
 * days on which the calendar does not tell a reach. `widest`: those of them with room that no other has in every stretch: whatever can be shown on a day
 * can be shown on one of these.
 */
export function liesOf(
  { calendar, days }: CalendarAsked,
  reaches: readonly Reach[],
): { readonly all: readonly Lie[]; readonly widest: readonly Lie[] } {
  if (days) {
    const all = distinctLies(calendar, reaches, days);
    return { all, widest: widestOf(all) };
  }
  let ofCalendar = known.get(calendar);
  if (!ofCalendar) known.set(calendar, (ofCalendar = new Map()));
  const key = reaches.map(reachKey).join('|');
  let found = ofCalendar.get(key);
  if (!found) {
    const all = distinctLies(calendar, reaches, daysOf(calendar));
    if (ofCalendar.size >= mostKept) ofCalendar.clear();
    ofCalendar.set(key, (found = { all, widest: widestOf(all) }));
  }
  return found;
}

/** How they lie on one day; undefined where the calendar does not tell a reach. */
export function lieOn(calendar: SchoolCalendar, reaches: readonly Reach[], asAt: Day): Lie | undefined {
  const laid = laidOn(reaches, calendarTables(calendar), asAt);
  return laid && { calendar, asAt, laid, rooms: roomsOf(laid) };
}

const known = new WeakMap<SchoolCalendar, Map<string, ReturnType<typeof liesOf>>>();
const mostKept = 200;

function daysOf(calendar: SchoolCalendar): readonly Day[] {
  const { from, to } = calendarTables(calendar);
  return Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index));
}

function distinctLies(calendar: SchoolCalendar, reaches: readonly Reach[], days: readonly Day[]): readonly Lie[] {
  const tables = calendarTables(calendar);
  const found = new Map<string, Lie>();
  let before: readonly Sessions[] | undefined;
  for (const day of days) {
    const laid = laidOn(reaches, tables, day);
    if (!laid || (before && isSame(laid, before))) continue;
    before = laid;
    const rooms = roomsOf(laid);
    const key = keyOf(rooms);
    if (!found.has(key)) found.set(key, { calendar, asAt: day, laid, rooms });
  }
  return [...found.values()];
}

function laidOn(reaches: readonly Reach[], tables: CalendarTables, day: Day): readonly Sessions[] | undefined {
  const laid: Sessions[] = [];
  for (const reach of reaches) {
    const each = sessionsIn(reach, tables, day);
    if (!each) return undefined;
    laid.push(each);
  }
  return laid;
}

function isSame(laid: readonly Sessions[], other: readonly Sessions[]): boolean {
  for (let index = 0; index < laid.length; index++)
    if (laid[index]!.from !== other[index]!.from || laid[index]!.to !== other[index]!.to) return false;
  return true;
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

function roomsOf(laid: readonly Sessions[]): readonly Room[] {
  const cuts = cutsOf(laid);
  const room = new Int32Array(1 << laid.length);
  for (let index = 1; index < cuts.length; index++)
    room[insideOf(laid, cuts[index - 1]!, cuts[index]!)]! += cuts[index]! - cuts[index - 1]!;
  const rooms: Room[] = [];
  for (let inside = 1; inside < room.length; inside++)
    if (room[inside]! > 0) rooms.push({ inside, room: room[inside]! });
  return rooms;
}

/** Where a reach begins or ends, in order. */
function cutsOf(laid: readonly Sessions[]): readonly number[] {
  const cuts: number[] = [];
  for (const { from, to } of laid) cuts.push(from, to);
  return cuts.sort((a, b) => a - b);
}

function insideOf(laid: readonly Sessions[], from: number, to: number): number {
  let inside = 0;
  for (let bit = 0; bit < laid.length; bit++) if (laid[bit]!.from <= from && to <= laid[bit]!.to) inside |= 1 << bit;
  return inside;
}

function keyOf(rooms: readonly Room[]): string {
  let key = '';
  for (const { inside, room } of rooms) key += `${inside}:${room} `;
  return key;
}

/** Those with the most room first, so that a narrower one meets what is wider than it at once. */
function widestOf(all: readonly Lie[]): readonly Lie[] {
  const most = (lie: Lie): number => lie.rooms.reduce((sum, { room }) => sum + room, 0);
  const inOrder = all
    .map((lie) => ({ lie, most: most(lie) }))
    .sort((a, b) => b.most - a.most || a.lie.asAt - b.lie.asAt);
  const kept: Lie[] = [];
  for (const { lie } of inOrder) if (!kept.some((other) => hasRoom(other, lie))) kept.push(lie);
  return kept;
}

/** Both are in the order of their bits. */
function hasRoom({ rooms }: Lie, { rooms: wanted }: Lie): boolean {
  let at = 0;
  for (const { inside, room } of wanted) {
    while (at < rooms.length && rooms[at]!.inside < inside) at++;
    if (at === rooms.length || rooms[at]!.inside !== inside || rooms[at]!.room < room) return false;
  }
  return true;
}
