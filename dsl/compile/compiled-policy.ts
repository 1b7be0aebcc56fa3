import type { Bands, Contradiction, Policy, Reward, Rule, Threshold } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { CompiledPaper } from './compile-paper.ts';
import type { CompiledReview } from './compile-review.ts';
import type { CompileContext } from './context.ts';
import type { CompiledLadder } from './ladder-track.ts';
import type { ClassTable } from './session-classes.ts';

/** A policy made into functions from a pupil's days to what holds: built once, asked many times. */
export interface CompiledPolicy {
  readonly policy: Policy;
  /** SHA-256 of the text of the policy and of every layer above it, hexadecimal. */
  readonly digest: string;
  readonly classes: ClassTable;
  /** The policy itself, then the layers above it. */
  readonly layers: readonly CompiledLayer[];
}

export interface CompiledLayer {
  readonly policy: Policy;
  /** Empty for the policy itself; `halton.` for a layer above it. */
  readonly prefix: string;
  readonly context: CompileContext;
  readonly thresholds: readonly CompiledThreshold[];
  readonly ladders: readonly CompiledLadder[];
  readonly papers: readonly CompiledPaper[];
  readonly reviews: readonly CompiledReview[];
  readonly bands: readonly CompiledBands[];
  readonly rewards: readonly CompiledReward[];
  readonly rules: readonly CompiledRule[];
  readonly contradictions: readonly Contradiction[];
}

export interface CompiledThreshold {
  readonly name: string;
  readonly threshold: Threshold;
  readonly condition: CompiledCondition;
}

export interface CompiledBands {
  readonly name: string;
  readonly bands: Bands;
  readonly measure: CompiledMeasure;
  /** What is taken out of what, where the measure is one out of another. */
  readonly parts: readonly CompiledMeasure[];
}

export interface CompiledReward {
  readonly name: string;
  readonly reward: Reward;
  readonly condition: CompiledCondition | undefined;
}

export interface CompiledRule {
  readonly name: string;
  readonly rule: Rule;
  readonly blocks: readonly { readonly kind: 'when' | 'while' | 'where'; readonly condition: CompiledCondition }[];
  readonly gate: CompiledCondition | undefined;
  readonly guards: readonly { readonly kind: 'if' | 'unless'; readonly condition: CompiledCondition }[];
  readonly needs: readonly CompiledCondition[];
  /** Contradictions without a part to act on, on which it rests: its letters wait while their parts part. */
  readonly contradictions: readonly Contradiction[];
}
