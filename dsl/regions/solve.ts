import type { Program, Tableau } from './tableau.ts';
import { exact, optimise, tableauOf } from './tableau.ts';

/**
 * The cheapest solution that costs less than `below`, or undefined where there is none: branch and bound over the dual
 * simplex method in whole numbers, so nothing is rounded. Every variable must be bounded by the rows. Throws RangeError
 * where numbers outgrow what a number holds exactly, or where the search does.
 */
export function cheapest(program: Program, below = Number.POSITIVE_INFINITY): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  let bound = below;
  let steps = 0;
  const open: Tableau[] = [tableauOf(program)];
  for (let tableau = open.pop(); tableau; tableau = open.pop()) {
    if (++steps > mostSteps) throw new RangeError('too many cases to try');
    if (!optimise(tableau, bound)) continue;
    const split = firstBroken(tableau, program.costs.length);
    if (!split) {
      best = valuesOf(tableau, program.costs.length);
      bound = best.reduce((sum, value, index) => sum + value * program.costs[index]!, 0);
      continue;
    }
    // The smaller value is tried first.
    open.push(withBound(tableau, split, 'at least'), withBound(tableau, split, 'at most'));
  }
  return best;
}

/** Whether there is a solution, be it of numbers that are not whole. */
export function isFeasible(program: Program): boolean {
  return optimise(tableauOf(program), Number.POSITIVE_INFINITY);
}

const mostSteps = 4_000;

/** The row of the first variable whose value is no whole number. */
function firstBroken({ basic, value, scale }: Tableau, variables: number): { readonly row: number } | undefined {
  let found: number | undefined;
  for (let row = 0; row < basic.length; row++) {
    const remainder = value[row]! % scale[row]!;
    if (basic[row]! >= variables || remainder === 0) continue;
    if (found === undefined || basic[row]! < basic[found]!) found = row;
  }
  return found === undefined ? undefined : { row: found };
}

/** A copy in which the variable of a row is at most its value rounded down, or at least its value rounded up. */
function withBound(tableau: Tableau, { row }: { readonly row: number }, side: 'at most' | 'at least'): Tableau {
  const sign = side === 'at most' ? -1 : 1;
  const scale = tableau.scale[row]!;
  const value = tableau.value[row]!;
  const whole = Math.floor(value / scale) + (side === 'at most' ? 0 : 1);
  return {
    ...tableau,
    nonbasic: [...tableau.nonbasic],
    basic: [...tableau.basic, tableau.next],
    scale: [...tableau.scale, scale],
    value: [...tableau.value, sign * (value - exact(whole * scale))],
    times: [...tableau.times, tableau.times[row]!.map((entry) => (entry === 0 ? 0 : sign * entry))],
    next: tableau.next + 1,
  };
}

function valuesOf({ basic, value, scale }: Tableau, variables: number): readonly number[] {
  const values = Array.from({ length: variables }, () => 0);
  basic.forEach((name, row) => {
    if (name < variables) values[name] = value[row]! / scale[row]!;
  });
  return values;
}
