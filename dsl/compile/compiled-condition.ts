import type { Day } from '../../register/day.ts';
import type { ComparatorName } from '../resolve/policy.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { forever } from './lasting.ts';

/** A condition as a function of a day, and what it needs where it cannot be told. */
export interface CompiledCondition {
  readonly words: string;
  readonly holds: (timeline: Timeline, day: Day) => Three;
  /** Only what would settle it: nothing where one part decides already. */
  readonly needs: (timeline: Timeline, day: Day) => readonly Need[];
  /** Whether an act, an arrival or a mark that it turns on happened on the day itself: a `when` fires at each. */
  readonly pulses: (timeline: Timeline, day: Day) => boolean;
  /** Surely false on every day: what it turns on was never logged. Left out where only the days can tell. */
  readonly never?: (timeline: Timeline) => boolean;
  /** The last day up to which it surely holds as it does on a day; see `lasting`. Left out: that day alone. */
  readonly lasts?: (timeline: Timeline, day: Day) => Day;
  /** The last day up to which surely nothing pulses after a day. Left out: that day alone. */
  readonly quiet?: (timeline: Timeline, day: Day) => Day;
  /** The comparisons of measures in it, for what is counted and how far it is from being met. */
  readonly compares: readonly Comparison[];
}

export interface Comparison {
  /** One reading alone: `at least 10 unauthorised sessions in a rolling 12 calendar weeks`. */
  readonly words: string;
  readonly holds: CompiledCondition['holds'];
  readonly measure: CompiledMeasure;
  readonly comparator: ComparatorName;
  readonly to: CompiledMeasure;
}

/** A condition that answers every day alike. */
export function unchanging(words: string, value: Three): CompiledCondition {
  return { ...plainCondition(words, () => value), lasts: () => forever, quiet: () => forever };
}

/** A condition that turns on nothing of the day, lacks nothing and compares nothing. */
export function plainCondition(words: string, holds: CompiledCondition['holds']): CompiledCondition {
  return { words, holds, needs: () => [], pulses: () => false, compares: [] };
}
