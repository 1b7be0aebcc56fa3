/**
 * What a button does. Plain data without names: the doors keep it in the store behind an opaque token. The pupil, the
 * letters and the paper are ids.
 */
export type Action =
  /** Asks a question of the pupil (or school) chosen. */
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly about?: string;
      readonly school?: string;
      readonly asAt?: string;
    }
  | {
      readonly kind: 'draft letter';
      readonly pupil: string;
      readonly paper: string;
      /** ISO 8601. */
      readonly asAt: string;
      /** Why, where the policy would not bring the letter now. Recorded with it. */
      readonly overrideReason?: string;
    }
  /** A door that shows this offer asks for the reason and adds it to the action `draft letter`. */
  | { readonly kind: 'give reason'; readonly pupil: string; readonly paper: string; readonly asAt: string }
  /** The editable text of `DraftAnswer.text`, as the person left it; without a text a door first shows it for editing. */
  | { readonly kind: 'edit letters'; readonly letters: readonly LetterRevision[]; readonly text?: string }
  | { readonly kind: 'approve letters'; readonly letters: readonly LetterRevision[] }
  | {
      readonly kind: 'record judgement';
      readonly pupil: string;
      /** The judgement's name in the policy: `engaged`. */
      readonly judgement: string;
      readonly holds: boolean;
      /** The day it was judged. */
      readonly asAt: string;
      readonly time?: string;
      readonly note?: string;
    }
  | ({ readonly kind: 'record act'; readonly pupil: string } & ActDone)
  | { readonly kind: 'undo entry'; readonly pupil: string; readonly entry: string }
  /** What a school itself did: of no pupil. */
  | ({ readonly kind: 'record school act'; readonly school: string } & ActDone)
  | { readonly kind: 'undo school entry'; readonly school: string; readonly entry: string };

/** Something that was done, of a pupil or of a school itself. */
export interface ActDone {
  /** As the case log keeps it: `stage-1-letter` `sent`. */
  readonly name: string;
  readonly done: string;
  /** The day it was done. */
  readonly asAt: string;
  /** `09:20`. */
  readonly time?: string;
  readonly about?: { readonly from: string; readonly to: string };
  readonly items?: readonly string[];
  readonly half?: 'AM' | 'PM';
  /** The parent it concerns, by id; `all` where it was said that it concerns each of them. */
  readonly adult?: string;
  readonly lasting?: Length;
  readonly purpose?: string;
  readonly note?: string;
}

/** `{ number: 4, unit: 'weeks' }`: a length chosen, in a unit of the policy or in `weeks` of either kind. */
export interface Length {
  readonly number: number;
  readonly unit: string;
}

export interface LetterRevision {
  readonly id: string;
  readonly revision: number;
}

/** A button: what it says, and what it does. */
export interface Offer {
  readonly label: string;
  readonly action: Action;
  readonly style?: 'primary' | 'danger';
}
