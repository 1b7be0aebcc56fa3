import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { Condition, Policy } from '../resolve/policy.ts';

/** One condition, and what it is read with. */
export interface Side {
  readonly condition: Condition;
  /** The policy in whose names it speaks; without one, a name stands for itself. */
  readonly policy?: Policy | undefined;
  /** What the codes mean to it. */
  readonly codes: readonly AttendanceCode[];
}

export interface ComparisonSettings {
  /** The day about which both are asked: witnesses stand in the school year of it, or the next to begin. */
  readonly day: Day;
  /** The id of the policy under which the case of a witness is to be explained; left out: the left side’s, if it has one. */
  readonly policy?: string | undefined;
  /** The calendars looked at, instead of those that schools in England have; `days` where they are asked on some alone. */
  readonly over?: readonly CalendarAsked[] | undefined;
}

export interface CalendarAsked {
  readonly calendar: SchoolCalendar;
  readonly days?: readonly Day[] | undefined;
}

/**
 * How two conditions compare over all registers. `tighter`: the left holds of every pupil of whom the right holds, and of
 * more; `looser`: of fewer. Each difference has its smallest witness.
 */
export type RegionComparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'tighter'; readonly onlyLeft: Witness }
  | { readonly kind: 'looser'; readonly onlyRight: Witness }
  | { readonly kind: 'neither'; readonly onlyLeft: Witness; readonly onlyRight: Witness }
  | { readonly kind: 'cannot be compared'; readonly why: string };

/** The smallest register on which one condition holds and another does not. */
export interface Witness {
  /** `a pupil with 11 sessions coded G between 9 September and 21 November 2024`, without a full stop. */
  readonly words: string;
  /** How many sessions are marked with something that either condition counts. */
  readonly sessions: number;
  readonly asAt: Day;
  /** What `att explain --case` reads; null where it turns on records of people that a case cannot tell. */
  readonly case: WitnessCase | null;
}

/** A pupil’s case as plain JSON; days as `2024-09-02`. */
export interface WitnessCase {
  readonly id: string;
  readonly school: string;
  /** The id of the policy to explain it by. */
  readonly policy?: string;
  readonly calendar: {
    readonly start: string;
    readonly end: string;
    readonly closures: readonly { readonly from: string; readonly to: string; readonly why: string }[];
    readonly terms: readonly NamedDates[];
    readonly halfTerms: readonly NamedDates[];
    readonly years: readonly NamedDates[];
  };
  /** With what is known of the pupil, true or false by name. */
  readonly pupil: { readonly onRollFrom: string; readonly [fact: string]: string | boolean };
  readonly schoolFacts: Readonly<Record<string, boolean>>;
  /** Runs of school days. */
  readonly marks: readonly { readonly from: string; readonly to: string; readonly am: string; readonly pm: string }[];
  readonly events: readonly {
    readonly type: 'judgement';
    readonly name: string;
    readonly holds: boolean;
    readonly at: string;
  }[];
  readonly asOf: string;
}

interface NamedDates {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
