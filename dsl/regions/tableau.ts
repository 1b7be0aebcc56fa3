/** Whole numbers, none negative, each weighed by a cost, under rows `Σ times·x ≤ atMost`. All entries are whole. */
export interface Program {
  /** By variable; none negative. */
  readonly costs: readonly number[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** By variable. */
  readonly times: readonly number[];
  readonly atMost: number;
}

/**
 * A dictionary: `scale·basic + Σ times·nonbasic = value` for each basic variable, in whole numbers with no common
 * divisor; and the cost, `costScale·cost = costValue + Σ costTimes·nonbasic`, no entry of which is negative.
 */
export interface Tableau {
  readonly nonbasic: number[];
  readonly basic: number[];
  readonly scale: number[];
  readonly value: number[];
  readonly times: number[][];
  costScale: number;
  costValue: number;
  costTimes: number[];
  /** The next name for a slack. */
  next: number;
}

export function tableauOf({ costs, rows }: Program): Tableau {
  return {
    nonbasic: costs.map((_, index) => index),
    basic: rows.map((_, index) => costs.length + index),
    scale: rows.map(() => 1),
    value: rows.map((row) => Math.floor(row.atMost / divisorIn(row))),
    times: rows.map((row) => row.times.map((entry) => entry / divisorIn(row))),
    costScale: 1,
    costValue: 0,
    costTimes: [...costs],
    next: costs.length + rows.length,
  };
}

/** Whole numbers leave the remainder of a bound unused. */
function divisorIn({ times }: Row): number {
  return commonDivisor(0, 0, times) || 1;
}

/** Pivots until no value is negative; false where there is no solution, or none below the bound. Bland's rule: it ends. */
export function optimise(tableau: Tableau, bound: number): boolean {
  for (;;) {
    if (Math.ceil(tableau.costValue / tableau.costScale) >= bound) return false;
    const leaving = leavingRow(tableau);
    if (leaving < 0) return true;
    const entering = enteringColumn(tableau, leaving);
    if (entering < 0) return false;
    pivot(tableau, leaving, entering);
  }
}

function leavingRow({ value, basic }: Tableau): number {
  let found = -1;
  for (let row = 0; row < value.length; row++)
    if (value[row]! < 0 && (found < 0 || basic[row]! < basic[found]!)) found = row;
  return found;
}

function enteringColumn({ times, costTimes, nonbasic }: Tableau, leaving: number): number {
  const row = times[leaving]!;
  let found = -1;
  for (let column = 0; column < row.length; column++) {
    if (row[column]! >= 0) continue;
    if (found < 0) found = column;
    else {
      const order = exact(costTimes[column]! * row[found]!) - exact(costTimes[found]! * row[column]!);
      // Both divisors are negative, so the greater product is the smaller ratio.
      if (order > 0 || (order === 0 && nonbasic[column]! < nonbasic[found]!)) found = column;
    }
  }
  return found;
}

function pivot(tableau: Tableau, leaving: number, entering: number): void {
  const { times, scale, value, basic, nonbasic } = tableau;
  const old = times[leaving]!;
  const newScale = -old[entering]!;
  const row = old.map((entry, column) => (column === entering ? -scale[leaving]! : -entry));
  const newValue = -value[leaving]!;
  for (let each = 0; each < times.length; each++) {
    if (each === leaving) continue;
    const factor = times[each]![entering]!;
    if (factor === 0) continue;
    value[each] = exact(value[each]! * newScale) - exact(factor * newValue);
    times[each] = times[each]!.map((entry, column) =>
      column === entering ? -exact(factor * row[column]!) : exact(entry * newScale) - exact(factor * row[column]!),
    );
    scale[each] = exact(scale[each]! * newScale);
    reduce(tableau, each);
  }
  const factor = tableau.costTimes[entering]!;
  tableau.costValue = exact(tableau.costValue * newScale) + exact(factor * newValue);
  tableau.costTimes = tableau.costTimes.map((entry, column) =>
    column === entering ? -exact(factor * row[column]!) : exact(entry * newScale) - exact(factor * row[column]!),
  );
  tableau.costScale = exact(tableau.costScale * newScale);
  reduceCost(tableau);
  times[leaving] = row;
  scale[leaving] = newScale;
  value[leaving] = newValue;
  reduce(tableau, leaving);
  [basic[leaving], nonbasic[entering]] = [nonbasic[entering]!, basic[leaving]!];
}

function reduce({ times, scale, value }: Tableau, row: number): void {
  const divisor = commonDivisor(scale[row]!, value[row]!, times[row]!);
  if (divisor === 1) return;
  scale[row]! /= divisor;
  value[row]! /= divisor;
  times[row] = times[row]!.map((entry) => entry / divisor);
}

function reduceCost(tableau: Tableau): void {
  const divisor = commonDivisor(tableau.costScale, tableau.costValue, tableau.costTimes);
  if (divisor === 1) return;
  tableau.costScale /= divisor;
  tableau.costValue /= divisor;
  tableau.costTimes = tableau.costTimes.map((entry) => entry / divisor);
}

function commonDivisor(first: number, second: number, rest: readonly number[]): number {
  let found = divisorOf(first, second);
  for (let index = 0; index < rest.length && found !== 1; index++) found = divisorOf(found, rest[index]!);
  return found;
}

/** Throws RangeError beyond what a number holds exactly. */
export function exact(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER)
    throw new RangeError('the numbers are too large to be compared exactly');
  return value;
}

/** The greatest number that divides both. */
export function divisorOf(a: number, b: number): number {
  let [first, second] = [Math.abs(a), Math.abs(b)];
  while (second !== 0) [first, second] = [second, first % second];
  return first;
}
