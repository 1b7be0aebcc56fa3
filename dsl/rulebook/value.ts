/** A value of a provision, always with its unit, told apart by `kind`. */
export type Value =
  | Quantity
  | { readonly kind: 'range'; readonly least: Quantity; readonly most: Quantity }
  | { readonly kind: 'window'; readonly number: number; readonly unit: Unit; readonly runs: 'rolling' | 'fixed' }
  /** Sums to pay, each within its time; a later step holds when the one before it was not met. */
  | { readonly kind: 'payment'; readonly steps: readonly PaymentStep[] }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'words'; readonly words: string; readonly said?: Said }
  | { readonly kind: 'truth'; readonly holds: boolean; readonly said?: Said }
  /** The same value as another field of the policy, and how people are told. */
  | { readonly kind: 'field'; readonly field: string; readonly words: string }
  /** Any one of several limits will do. */
  | { readonly kind: 'any of'; readonly values: readonly Value[] };

/**
 * Alternatives of words by which a clause of a policy says something: whole words, case and simple endings ignored; `*` ends
 * a stem; what `+` joins may stand apart in one clause.
 */
export type Said = readonly string[];

export interface ListItem {
  readonly name: string;
  readonly said: Said;
}

export interface Quantity {
  readonly kind: 'quantity';
  readonly number: number;
  readonly unit: Unit;
  /** What a percentage is of: `possible sessions`. */
  readonly of?: string;
  /** For a threshold: whether a count that equals the number has reached it. */
  readonly boundary?: 'included' | 'excluded';
  /** The time over which it is counted: 2 penalty notices in 3 years. */
  readonly in?: { readonly number: number; readonly unit: Unit; readonly runs: 'rolling' | 'fixed' };
}

export interface PaymentStep {
  readonly amount: Quantity;
  readonly within: Quantity;
}

/** Units never mix: ten school days are neither ten working days nor a fortnight. */
export const units = [
  'minutes',
  'hours',
  'sessions',
  'school days',
  'working days',
  'calendar days',
  'school weeks',
  'calendar weeks',
  'months',
  'years',
  'pounds',
  'per cent',
  'penalty notices',
  'people',
  'times a month',
] as const;
export type Unit = (typeof units)[number];
