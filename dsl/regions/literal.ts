import type { Window } from '../resolve/policy.ts';
import type { CalendarWindow } from '../compile/compile-window.ts';

/** The days, or the last sessions, that something is counted in; or days that turn on what people log, all told. */
export type Reach =
  | CalendarWindow
  | { readonly kind: 'last sessions'; readonly number: number }
  | { readonly kind: 'logged'; readonly window: Window & { readonly kind: 'during' | 'since' } };

/** So many sessions of some codes in a reach; or days all of whose sessions are of them, or any of them. */
export interface Quantity {
  readonly what: 'sessions' | 'whole days' | 'part days';
  /** Letters of codes, in order. */
  readonly codes: readonly string[];
  readonly reach: Reach;
}

/** What must be so for a condition to be surely true, or surely false. */
export type Literal =
  /** `Σ times · quantity ≥ atLeast`. */
  | { readonly kind: 'linear'; readonly parts: readonly Part[]; readonly atLeast: number }
  /** Something that the register does not tell: people judged or logged it, or it is known of the pupil. */
  | { readonly kind: 'given'; readonly given: Given; readonly holds: boolean }
  /** Something that turns on the register in a way that is not analysed. */
  | { readonly kind: 'unread'; readonly key: string; readonly words: string; readonly holds: boolean };

export interface Part {
  readonly quantity: Quantity;
  readonly times: number;
}

export interface Given {
  /** The same for both sides where they mean the same. */
  readonly key: string;
  /** What it is said of: two numbers of one event are not true or false apart from one another. */
  readonly about: string;
  readonly words: string;
  /** How a case tells it. What has to be logged does not hold of a case that logs nothing; anything else can only be said. */
  readonly told:
    { readonly kind: 'judgement' | 'fact' | 'school fact'; readonly name: string } | 'by being logged' | undefined;
}

/** All of these at once. */
export type Term = readonly Literal[];

export function quantityKey({ what, codes, reach }: Quantity): string {
  return `${what} ${codes.join(' ')} ${reachKey(reach)}`;
}

export function reachKey(reach: Reach): string {
  return JSON.stringify(reach);
}
