import type { Day } from '../../register/day.ts';
import type { Witness } from '../regions/comparison.ts';
import type { StandingRow } from '../compliance/standing.ts';
import type { Place } from '../resolve/policy.ts';
import type { Sort } from './declared.ts';

/** Whether something asks more than before, or less, or neither can be said of it. */
export type Way = 'tighter' | 'looser' | 'neither';

/** One respect in which the meaning of a clause changed. */
export interface Effect {
  readonly way: Way;
  /** For whom it is tighter or looser: `pupils and families`, `the school`, a role’s title. Null where it is neither. */
  readonly who: string | null;
  /** A sentence. */
  readonly words: string;
  /** The smallest registers on which the two part, each with what it shows. */
  readonly witnesses: readonly { readonly words: string; readonly case: Witness['case'] }[];
}

/** A clause as it is written in one of the two. */
export interface WrittenClause {
  readonly words: string;
  readonly place: Place;
  /** From 1. */
  readonly line: number;
}

/** What became of one clause. Layout, comments, order, examples and what a clause cites are no change at all. */
export interface ClauseChange {
  readonly sort: Sort;
  /** As findings name it: `call-parents`, `support-map.pa`. */
  readonly clause: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of all its effects: `neither` where some are tighter and some looser. `reworded` has no effects: other words, the same meaning. */
  readonly way: Way | 'reworded';
  readonly who: readonly string[];
  readonly effects: readonly Effect[];
  readonly before: WrittenClause | null;
  readonly after: WrittenClause | null;
}

/** One provision beside which a policy stands otherwise than before, on one day. */
export interface StandingMove {
  readonly provision: string;
  readonly was: StandingRow | null;
  readonly is: StandingRow | null;
}

export interface StandingDay {
  readonly day: Day;
  readonly moves: readonly StandingMove[];
}

/** One policy, as it was and as it is. */
export interface PolicyChange {
  readonly id: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  /** The names of the two files; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly changes: readonly ClauseChange[];
  /** On the new policy’s own first day, and today: only days on which something moved. */
  readonly standing: readonly StandingDay[];
  /** What a reader must know of the whole: a text that did not read. */
  readonly remarks: readonly string[];
}
