import type { Clause, FamilySchools, Need, PolicyInForce, SentenceParts, ThingName } from './finding.ts';

/**
 * What a policy that has the children of one family treated alike finds of their cases together, as at a day: for the
 * people whose duty it is, who decide; the finding changes no decision and prefers none.
 */
export interface FamilyFinding {
  readonly kind: 'family finding';
  readonly policy: PolicyInForce;
  readonly asAt: string;
  readonly family: FamilySchools | null;
  /** Where two of the children were decided about, or stand, in the same circumstances. */
  readonly alike: readonly AlikeFinding[];
}

export interface AlikeFinding extends Pick<SentenceParts, 'subject'> {
  /** The rule's id. */
  readonly id: string;
  readonly words: string;
  readonly strength: string;
  /** The leave or ladder compared. */
  readonly what: ThingName;
  /** What makes the circumstances the same: the days and purpose of the leave, or the stage of the other ladder. */
  readonly circumstances: {
    readonly days: { readonly from: string; readonly to: string } | null;
    readonly purpose: string | null;
    readonly stage: ThingName | null;
  };
  readonly state: 'alike' | 'not alike' | 'open question';
  /** What became of each: a decision, or the stage stood at. */
  readonly parts: readonly { readonly pupil: string; readonly school: string; readonly found: ThingName | null }[];
  readonly needs: readonly Need[];
  readonly clause: Clause;
}
