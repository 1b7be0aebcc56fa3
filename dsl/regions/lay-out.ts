import type { AttendanceCode } from '../../register/attendance-code.ts';
import { calendarTables } from '../compile/calendar-tables.ts';
import type { Cell } from './cells.ts';
import { codesOfDays, lettersUncounted } from './cells.ts';
import type { Difference } from './difference.ts';
import type { Sessions } from './stretches.ts';
import { runsOf } from './stretches.ts';

/** A session that a witness needs, by its place in the calendar. */
export interface Laid {
  readonly at: number;
  readonly code: string;
  /** Undefined where nothing counts it: it stands there so that no register between two others is missing. */
  readonly cell: Cell | undefined;
}

/** A register that shows a difference: every session from the first day that is needed to the day it is asked on, in order. */
export function layOut(difference: Difference, codes: readonly AttendanceCode[]): readonly Laid[] {
  const { lie, scheme, used } = difference;
  const laid = new Map<number, Laid>();
  const stretches = lie.rooms.map(({ inside }) => ({ inside, runs: runsOf(lie, inside) }));
  for (const { inside, runs } of stretches) {
    const here = used.filter(({ cell }) => cell.inside === inside);
    for (const { at, cell } of placesIn(runs, here, codesOfDays(scheme, inside), codes))
      laid.set(at, { at, cell, code: codeFor(cell.kind === 'sessions' ? cell.letters : [], at, codes) });
  }
  if (laid.size === 0) return [];
  const first = Math.min(...laid.keys()) & ~1;
  // Nothing is still to come: a run would pass over it.
  const last = 2 * calendarTables(lie.calendar).schoolDaysUpTo(lie.asAt) - 1;
  const all: Laid[] = [];
  for (let at = first; at <= last; at++) {
    const inside = stretches.find(({ runs }) => runs.some(({ from, to }) => from <= at && at < to))?.inside ?? 0;
    const free = (): string => codeFor(lettersUncounted(scheme, inside), at, codes);
    all.push(laid.get(at) ?? { at, code: free(), cell: undefined });
  }
  return all;
}

interface Placed {
  readonly at: number;
  readonly cell: Cell;
}

type Used = Difference['used'];

/** As late as there is room, absences after attendance. Days that count whole come last, single sessions on days before. */
function placesIn(
  runs: readonly Sessions[],
  used: Used,
  ofDays: readonly string[],
  codes: readonly AttendanceCode[],
): readonly Placed[] {
  const free = runs
    .toReversed()
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => to - 1 - index));
  const cells = used
    .filter(({ cell }) => cell.kind === 'sessions')
    .toSorted((a, b) => Number(isAttended(a.cell, codes)) - Number(isAttended(b.cell, codes)))
    .flatMap(({ cell, number }) => Array.from({ length: number }, () => cell));
  const isOfDays = (cell: Cell): boolean => cell.kind === 'sessions' && ofDays.includes(cell.letters[0]!);
  const counted = cells.filter(isOfDays);
  if (counted.length === 0) return cells.map((cell, index) => ({ at: free[index]!, cell }));
  const whole = used.find(({ cell }) => cell.kind === 'whole days')?.number ?? 0;
  const days = free.filter((at) => at % 2 === 1);
  const places = counted.map((cell, index) => {
    const day = index < 2 * whole ? index >> 1 : index - whole;
    return { at: days[day]! - (index < 2 * whole ? index % 2 : 0), cell };
  });
  const taken = new Set(places.map(({ at }) => at));
  const left = free.filter((at) => !taken.has(at));
  const others = cells.filter((cell) => !isOfDays(cell));
  return [...places, ...others.map((cell, index) => ({ at: left[index]!, cell }))];
}

function isAttended(cell: Cell, codes: readonly AttendanceCode[]): boolean {
  return cell.kind === 'sessions' && cell.letters.some((letter) => presences(codes).includes(letter));
}

/** Present in that half of the day, where that may stand there; otherwise the code that says least of the pupil. */
function codeFor(letters: readonly string[], at: number, codes: readonly AttendanceCode[]): string {
  const present = presences(codes);
  const half = present[at % 2] ?? present[0];
  if (half !== undefined && letters.includes(half) && present.every((each) => letters.includes(each))) return half;
  return plainest(letters, codes);
}

function presences(codes: readonly AttendanceCode[]): readonly string[] {
  return codes.filter(({ meaning, late }) => meaning === 'present' && !late).map(({ code }) => code);
}

/** One that says that the pupil is absent and no more; else one that reveals nothing sensitive; then the shortest title. */
function plainest(letters: readonly string[], codes: readonly AttendanceCode[]): string {
  const entries = codes.filter(({ code }) => letters.includes(code));
  const rank = ({ title, sensitive }: AttendanceCode): number => (/^absent\b/i.test(title) ? 0 : sensitive ? 2 : 1);
  const [first] = entries.toSorted((a, b) => rank(a) - rank(b) || a.title.length - b.title.length);
  return first?.code ?? letters[0] ?? '';
}
