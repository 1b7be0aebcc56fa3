import type { Condition, Place, Policy } from '../resolve/policy.ts';
import type { Provision } from '../rulebook/rulebook.ts';
import type { StandingWitness } from './standing.ts';
import type { Regime } from '../rulebook/regime.ts';

/** What provisions are about, and how a policy is read for it. One file a subject, one line a field in `subjects/index.ts`. */
export interface Subject {
  /** The fields of provisions that it finds in a policy. */
  readonly fields: readonly string[];
  /** What a policy that says nothing of it does not say: `when the register closes`. */
  readonly unsaid: (field: string, provision: Provision) => string;
  /** Why this policy need not say it; undefined where it should. */
  readonly notFor?: (policy: Policy, provision: Provision) => string | undefined;
  readonly claims: (question: Question) => readonly Claim[];
  /** What its clauses test a register for, and what the provision does: of those that are weighed so. */
  readonly tests?: (question: Question) => readonly PolicyTest[];
}

export interface PolicyTest {
  readonly place: Place;
  readonly own: Condition;
  readonly required: Condition;
}

export interface Question {
  readonly policy: Policy;
  /** The policy, then the layers above it, nearest first. */
  readonly layers: readonly Policy[];
  readonly provision: Provision;
  readonly regime: Regime;
}

/** What one clause amounts to against the provision. */
export interface Claim {
  /** Provisions that hold of several things are judged for each: the morning's register, the afternoon's. */
  readonly part: string;
  readonly verdict: 'meets' | 'breaches' | 'silent' | 'contradicts itself';
  readonly why: string;
  /** Undefined where the policy has no clause on the part. */
  readonly place: Place | undefined;
  /** Of a breach that shows in registers: looked for where it is shown. */
  readonly witness?: (() => StandingWitness | undefined) | undefined;
}
