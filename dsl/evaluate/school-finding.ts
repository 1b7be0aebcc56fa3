import type { About } from '../resolve/policy.ts';
import type {
  BarFinding,
  Clause,
  DutyFinding,
  EvidenceFinding,
  LetterFinding,
  OptionFinding,
  PolicyInForce,
  Undetermined,
} from './finding.ts';

/** Of one school on its own, or of the schools under one policy together. */
export type OfSchools = { readonly of: Exclude<About, 'pupil'> };

/**
 * What a policy asks of a school, rather than for a pupil, as at a day: what it owes each term or year, alone and with
 * the others, and whether the policy itself is due for review. Plain data; the same arguments give the same finding.
 */
export interface SchoolFinding {
  readonly kind: 'school finding';
  readonly school: string;
  readonly policy: PolicyInForce;
  readonly asAt: string;
  readonly duties: readonly (DutyFinding & OfSchools)[];
  readonly options: readonly (OptionFinding & OfSchools)[];
  readonly letters: readonly (LetterFinding & OfSchools)[];
  readonly bars: readonly (BarFinding & OfSchools)[];
  /** The checklists of their reports: what of them was seen, and what is missing. */
  readonly evidence: readonly (EvidenceFinding & OfSchools)[];
  /** Of the policy and of each layer above it that prints a date for its own review. */
  readonly policyReviews: readonly PolicyReviewFinding[];
  readonly undetermined: readonly Undetermined[];
}

/**
 * A policy's own review. A date is due on its day and overdue from the next; a month alone is due all the month through
 * and overdue from the first day of the next.
 */
export interface PolicyReviewFinding {
  /** The policy's id, and `policy-review`: `upton.policy-review`; of the policy asked `policy-review`. */
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly monthOnly: boolean;
  readonly state: 'not yet due' | 'due' | 'overdue' | 'done';
  /** The day it was reviewed, where that is logged. */
  readonly done: string | null;
  readonly clause: Clause;
}
