import type { Cell, Scheme } from './cells.ts';
import { cellsIn, codesOfDays } from './cells.ts';
import type { Term } from './literal.ts';
import { quantityKey } from './literal.ts';
import { cheapest, isFeasible } from './solve.ts';
import type { Row } from './tableau.ts';
import type { Lie, Room } from './stretches.ts';
import { runsOf } from './stretches.ts';

export interface Used {
  readonly cell: Cell;
  readonly number: number;
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

/** False only where no number of sessions does. */
export function mayBe(scheme: Scheme, term: Term, rooms: readonly Room[]): boolean {
  const { cells, rows } = programOf(scheme, term, rooms);
  return isFeasible({ costs: cells.map(isSessions), rows });
}

/** The fewest sessions that do, where there is so much room; undefined where none do, or none below a number. */
export function fewest(
  scheme: Scheme,
  term: Term,
  rooms: readonly Room[],
  below?: number,
): { readonly used: readonly Used[]; readonly sessions: number } | undefined {
  const { cells, rows } = programOf(scheme, term, rooms);
  const costs = cells.map(isSessions);
  const found = cheapest({ costs, rows }, below);
  if (!found) return undefined;
  return {
    used: usedOf(cells, found),
    sessions: found.reduce((sum, number, index) => sum + number * costs[index]!, 0),
  };
}

/** Of so many sessions in all, which is the fewest, the latest. */
export function latest(scheme: Scheme, term: Term, lie: Lie, sessions: number): readonly Used[] {
  const { cells, rows } = programOf(scheme, term, lie.rooms);
  const inAll: Row = { times: cells.map(isSessions), atMost: sessions };
  return usedOf(cells, cheapest({ costs: agesOf(lie, cells), rows: [...rows, inAll] })!);
}

function programOf(
  scheme: Scheme,
  term: Term,
  rooms: readonly Room[],
): { readonly cells: readonly Cell[]; readonly rows: readonly Row[] } {
  const cells = rooms.flatMap(({ inside }) => cellsIn(scheme, inside));
  const rows: Row[] = rowsOf(scheme, term).map(({ counts, atLeast }) => ({
    times: cells.map((cell) => counts.reduce((sum, { index, times }) => sum - times * cell.counts[index]!, 0)),
    atMost: -atLeast,
  }));
  for (const { inside, room } of rooms) {
    const of = (value: (cell: Cell) => number): readonly number[] =>
      cells.map((cell) => (cell.inside === inside ? value(cell) : 0));
    rows.push({ times: of(isSessions), atMost: room });
    if (!cells.some((cell) => cell.inside === inside && cell.kind === 'whole days')) continue;
    const ofDays = codesOfDays(scheme, inside);
    const counted = (cell: Cell): number => (countsForDays(cell, ofDays) ? 1 : 0);
    const whole = (cell: Cell): number => 1 - isSessions(cell);
    // So many whole days are twice as many sessions, and what is left over lies on days of its own.
    rows.push({ times: of((cell) => 2 * whole(cell) - counted(cell)), atMost: 0 });
    rows.push({ times: of((cell) => counted(cell) - whole(cell)), atMost: room / 2 });
  }
  return { cells, rows };
}

function isSessions({ kind }: Cell): number {
  return kind === 'sessions' ? 1 : 0;
}

function usedOf(cells: readonly Cell[], numbers: readonly number[]): readonly Used[] {
  return cells.map((cell, index) => ({ cell, number: numbers[index]! })).filter(({ number }) => number > 0);
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
export function isRoomFor(scheme: Scheme, { rooms }: Lie, used: readonly Used[]): boolean {
  return [...Map.groupBy(used, ({ cell }) => cell.inside)].every(([inside, cells]) => {
    const room = rooms.find((each) => each.inside === inside)?.room ?? 0;
    const sum = (wanted: (cell: Cell) => boolean): number =>
      cells.reduce((total, { cell, number }) => total + (wanted(cell) ? number : 0), 0);
    const ofDays = codesOfDays(scheme, inside);
    const counted = sum((cell) => countsForDays(cell, ofDays));
    return (
      sum(({ kind }) => kind === 'sessions') <= room && counted - sum(({ kind }) => kind !== 'sessions') <= room / 2
    );
  });
}

function countsForDays(cell: Cell, ofDays: readonly string[]): boolean {
  return cell.kind === 'sessions' && ofDays.includes(cell.letters[0]!);
}
