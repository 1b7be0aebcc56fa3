import type { Day } from './day.ts';
import type { ClockTime } from './clock-time.ts';
import type { HalfDay } from './session.ts';

/**
 * One thing that people did, saw or judged about a pupil. Entries are never erased; a later entry may undo one.
 * The names are the policy's own: an act `letter sent` of the paper `stage-1-letter`, a judgement `engaged`.
 */
export type CaseEntry = Act | Judgement;

interface Entry {
  readonly id: string;
  /** The day it happened or was judged. */
  readonly day: Day;
  readonly time: ClockTime | undefined;
  /** Instant (ISO 8601, UTC) at which it was recorded: what was known when. */
  readonly recordedAt: string;
  readonly by: string;
  readonly note: string;
}

/** `stage-1-letter` `sent`, `home` `visited`, `leave` `granted`: a name of the policy, and what became of it. */
export interface Act extends Entry {
  readonly kind: 'act';
  readonly name: string;
  readonly done: string;
  /** First and last day it is about, where it is about a run of days (leave, an exclusion, an absence). */
  readonly about: { readonly from: Day; readonly to: Day } | undefined;
  /** The session it is about, where it is about one: an arrival, an absence noted before the register is taken. */
  readonly half?: HalfDay | undefined;
  /** Which of the things that a paper or checklist includes were seen, in its own words; left out where nobody said. */
  readonly items?: readonly string[] | undefined;
  /** The adult it concerns, by id, where it is done to one of them: to whom a notice was issued, who paid it. */
  readonly adult?: string | undefined;
  /** How long is chosen, in a unit of the policy; `weeks` alone where nobody said of which kind. */
  readonly lasting?: { readonly number: number; readonly unit: string } | undefined;
  /** What it is for, as it was put: why leave is asked. */
  readonly purpose?: string | undefined;
}

/** A question a policy makes someone answer: yes or no. Not recorded means not yet judged. */
export interface Judgement extends Entry {
  readonly kind: 'judgement';
  readonly name: string;
  readonly holds: boolean;
}

/** What the school has done for one pupil, in recorded order. */
export interface CaseLog {
  readonly entries: readonly CaseEntry[];
}

export const emptyCaseLog: CaseLog = { entries: [] };
