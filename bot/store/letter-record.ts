/** A letter as the store keeps it: drafted, then approved by a named person, then sent. It never goes back. */
export interface LetterRecord {
  readonly id: string;
  readonly school: string;
  readonly pupil: string;
  /** The paper's name in the policy: `stage-1-letter`. */
  readonly paper: string;
  /** Ids of the adults it is addressed to, in order. */
  readonly adults: readonly string[];
  /** The letters as data (a letter tree for each adult), as JSON text: the store does not look inside. */
  readonly content: string;
  /** SHA-256 of the finding and marks it rests on: it is stale once that of the day differs. */
  readonly evidence: string;
  readonly state: 'draft' | 'approved' | 'sent';
  /** Rises by one with every edit, so that what is approved is what was shown. */
  readonly revision: number;
  readonly drafted: Signature;
  readonly approved: Signature | undefined;
  readonly sent: Signature | undefined;
  /** Why it was written for a stage the pupil is not at. */
  readonly overrideReason: string | undefined;
}

/** Who did it, and the instant (ISO 8601, UTC). */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

export interface NewLetter {
  readonly school: string;
  readonly pupil: string;
  readonly paper: string;
  readonly adults: readonly string[];
  readonly content: string;
  readonly evidence: string;
  readonly by: string;
  readonly at: string;
  readonly overrideReason?: string | undefined;
}

/** An edit of a draft; what is left out stays. */
export interface LetterEdit {
  readonly content?: string;
  readonly adults?: readonly string[];
  readonly evidence?: string;
}

export interface LetterApproval extends Signature {
  /** The revision the person was shown. Left out: whatever stands now. */
  readonly revision?: number | undefined;
  /** Recorded where the draft holds none. */
  readonly overrideReason?: string | undefined;
}

/** `refused` says in `why` what state the letter is in; nothing was changed. */
export type LetterOutcome =
  | { readonly kind: 'done'; readonly letter: LetterRecord }
  | {
      readonly kind: 'refused';
      readonly why: 'not a draft' | 'not approved' | 'edited since';
      readonly letter: LetterRecord;
    }
  | { readonly kind: 'not found' };

export type LetterFormat = 'pdf' | 'docx';
