import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import { fraction } from '../../register/fraction.ts';

/**
 * A measured quantity: exact where nothing is missing, otherwise the least and the most it can be, by sessions whose
 * register was not taken.
 */
export type Measured = { readonly least: Fraction; readonly most: Fraction } | { readonly need: Need };

/** A quantity as a function of a day. */
export interface ByDay {
  readonly on: (timeline: Timeline, day: Day) => Measured;
  /** The last day up to which it is surely what it is on a day. Left out: that day alone. */
  readonly lasts?: ((timeline: Timeline, day: Day) => Day) | undefined;
  /** The last day up to which it surely compares with a value as on a day. Left out: as long as it lasts. */
  readonly besideTo?: ((timeline: Timeline, day: Day, value: Fraction) => Day) | undefined;
}

export function exactly(numerator: number, denominator = 1): Measured {
  const value = fraction(numerator, denominator);
  return { least: value, most: value };
}

export function between(least: number, most: number, denominator = 1): Measured {
  return { least: fraction(least, denominator), most: fraction(most, denominator) };
}
