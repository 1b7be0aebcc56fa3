import type { Truth } from './needs.ts';

/** Kleene's three values, as small numbers for the replay. */
export type Three = 0 | 1 | 2;
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

export function both(a: Three, b: Three): Three {
  if (a === NO || b === NO) return NO;
  return a === YES && b === YES ? YES : UNKNOWN;
}

export function either(a: Three, b: Three): Three {
  if (a === YES || b === YES) return YES;
  return a === NO && b === NO ? NO : UNKNOWN;
}

export function opposite(a: Three): Three {
  return a === UNKNOWN ? UNKNOWN : a === YES ? NO : YES;
}

export function three(holds: boolean): Three {
  return holds ? YES : NO;
}

export function truthName(value: Three): Truth {
  return value === YES ? 'yes' : value === NO ? 'no' : 'undetermined';
}
