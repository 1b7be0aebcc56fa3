import type { CountedSession, Finding, FindingChange, NoticeDetail, ThresholdDetail } from '../../dsl/index.ts';
import type { Offer } from './action.ts';

/**
 * What comes back to a question, as plain data, ready for JSON. Each kind says the same things in the same places
 * (`Said`), so that a door that knows nothing of a kind can still show it; what is particular to a kind stands beside.
 * Texts hold pupils' names as they are: a door escapes them.
 */
export type Answer =
  | FindingAnswer
  | WhyAnswer
  | WhatNextAnswer
  | AttendanceAnswer
  | BandAnswer
  | ChoiceAnswer
  | NotFoundAnswer
  | ListAnswer
  | DueAnswer
  | ThresholdAnswer
  | NoticeAnswer
  | WhatIfAnswer
  | SchoolDutiesAnswer
  | PolicyAnswer
  | HelpAnswer
  | DraftAnswer
  | ApprovedAnswer
  | RefusedAnswer
  | RecordedAnswer
  | LogAnswer
  | ElsewhereAnswer
  | NotUnderstoodAnswer;

/** The answer in words, in the order people read it. */
interface Said {
  /** The answer itself, in a sentence. */
  readonly headline: string;
  /** Facts that belong side by side: `Since`, `Days absent`, `Next`. */
  readonly facts: readonly Fact[];
  /** Why, and what else to know, a line each. */
  readonly lines: readonly string[];
  /** Small print: the place in the school's document, the policy, how fresh the register is. */
  readonly context: readonly string[];
  /** Buttons. */
  readonly offers: readonly Offer[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A pupil as an answer may show them. */
export interface PupilShown {
  /** The store's id: opaque, fit for a button. */
  readonly id: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly registrationGroup: string;
}

/** What every answer about one pupil holds. The finding shows no more than the asker may see. */
interface AboutPupil extends Said {
  readonly school: string;
  readonly pupil: PupilShown;
  /** ISO 8601. */
  readonly asAt: string;
  /** `Register to Thursday 28 March 2024 PM`. */
  readonly freshness: string;
  readonly finding: Finding;
  /** Where it was asked as known on a day. */
  readonly known?: AsKnown | undefined;
}

/** An answer from the records as they stood at the end of a day, and what has changed in them since. */
export interface AsKnown {
  /** ISO 8601. */
  readonly on: string;
  readonly marksAmended: readonly (ChangedMark & { readonly by: string; readonly at: string })[];
  /** Marks of days up to the day asked about that came in later, and the instants between which they did. */
  readonly marksAdded: { readonly count: number; readonly first: string; readonly last: string } | null;
  readonly recorded: readonly EntryShown[];
  readonly undone: readonly EntryShown[];
  /** The stage of the school’s own ladder on the same day by the records as they now are. */
  readonly stageNow: string | null;
}

export interface FindingAnswer extends AboutPupil {
  readonly kind: 'finding';
}

export interface WhyAnswer extends AboutPupil {
  readonly kind: 'why';
  readonly reasons: readonly ReasonShown[];
}

/** One reason, with the very sessions counted. */
export interface ReasonShown {
  readonly words: string;
  /** The place in the school's document. */
  readonly cite: string | null;
  /** `widnes.att, line 40`. */
  readonly place: string;
  readonly sessions: readonly CountedSession[];
}

export interface WhatNextAnswer extends AboutPupil {
  readonly kind: 'what next';
}

export interface AttendanceAnswer extends AboutPupil {
  readonly kind: 'attendance';
}

export interface BandAnswer extends AboutPupil {
  readonly kind: 'band';
  readonly bands: Finding['bands'];
}

/** More than one pupil (or school) fits: each is an offer, none is taken. */
export interface ChoiceAnswer extends Said {
  readonly kind: 'choice';
  /** The question, to be asked again of the one chosen. */
  readonly question: string;
}

/** Nobody of that name, or nobody whom this person may ask about: the two are alike to the byte. */
export interface NotFoundAnswer extends Said {
  readonly kind: 'not found';
}

export interface ListAnswer extends Said {
  readonly kind: 'list';
  readonly school: string;
  readonly asAt: string;
  readonly freshness: string;
  readonly rows: readonly ListRow[];
  /** How many further rows there are. */
  readonly more: number;
}

export interface ListRow {
  readonly pupil: PupilShown;
  /** `Serious concerns since 12 March 2024, 8.5 days absent`. */
  readonly words: string;
  readonly offers: readonly Offer[];
}

/** What is due for many pupils: duties, letters or rewards. */
export interface DueAnswer extends Said {
  readonly kind: 'due';
  readonly about: 'duties' | 'letters' | 'rewards' | 'returns' | 'reviews';
  readonly school: string;
  readonly asAt: string;
  readonly freshness: string;
  /** How many there are in each state, shown or not. */
  readonly counts: Readonly<Record<string, number>>;
  /** The most pressing first. */
  readonly groups: readonly DueGroup[];
  /** What is told otherwise than pupil by pupil: of the school itself, of its classes, of many pupils alike. */
  readonly sections: readonly DueSection[];
  /** What is said of all of them; `lines` holds it too. */
  readonly remarks: readonly string[];
}

export interface DueSection {
  /** `The school itself`, `Classes`. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Where it stands beside the pupils. */
  readonly place: 'before' | 'after';
}

export interface DueGroup {
  /** `Overdue`, `Stage 1 letter`. */
  readonly title: string;
  readonly pupils: number;
  readonly rows: readonly ListRow[];
  /** How many further rows there are. */
  readonly more: number;
}

/** All that a school itself owes, of no pupil. */
export interface SchoolDutiesAnswer extends Said, InGroups {
  readonly kind: 'school duties';
  readonly school: string;
  readonly asAt: string;
  /** The most pressing first. */
  readonly duties: readonly SchoolDutyShown[];
}

/** Lines under a title; `lines` of the answer says the remarks and then all groups once more. */
export interface Group {
  readonly title: string;
  readonly lines: readonly string[];
}

interface InGroups {
  readonly groups: readonly Group[];
  /** What is said of all of them, before them. */
  readonly remarks: readonly string[];
}

/** Thresholds of a policy that count something: what counts, and until when. */
export interface ThresholdAnswer extends AboutPupil, InGroups {
  readonly kind: 'threshold';
  readonly details: readonly ThresholdDetail[];
}

/** Whether a notice may be considered, by whom, what must be shown first, what bars it and what it would cost. */
export interface NoticeAnswer extends AboutPupil, InGroups {
  readonly kind: 'notice';
  readonly notices: readonly NoticeDetail[];
}

/** What a supposition would change; nothing of it is stored. The finding is of now. */
export interface WhatIfAnswer extends AboutPupil, InGroups {
  readonly kind: 'what if';
  readonly supposed: {
    /** The day it is answered as at: the last one supposed, or today where that is later. */
    readonly asAt: string;
    readonly sessions: readonly SessionSupposed[];
    /** Days that were said and are no school days, with why. */
    readonly leftOut: readonly { readonly date: string; readonly why: string }[];
  };
  /** One where the code makes no difference; otherwise by the codes that come to the same. */
  readonly outcomes: readonly WhatIfOutcome[];
}

export interface SessionSupposed {
  readonly date: string;
  readonly session: 'AM' | 'PM';
  /** What the register holds there, as the asker may see it; null where it holds nothing. */
  readonly was: string | null;
}

export interface WhatIfOutcome {
  readonly codes: readonly string[];
  /** `as authorised absence`, `coded G`. */
  readonly words: string;
  /** What comes of the supposition, and what the calendar brings by that day in any case. */
  readonly changes: readonly FindingChange[];
  readonly inAnyCase: readonly FindingChange[];
  /** Where the pupil would stand on each ladder, what is counted there, and how far it is to the next. */
  readonly stages: readonly {
    readonly ladder: string;
    readonly stage: string | null;
    readonly count: string | null;
    readonly next: string | null;
  }[];
  /** Per cent of possible sessions of the school year. */
  readonly attendance: string | null;
}

export interface SchoolDutyShown {
  /** The rule's id, or `policy-review`. */
  readonly id: string;
  /** `Join EiP Attendance Best Practice Forum each term`. */
  readonly words: string;
  /** `by 27 March 2026`, `done on 15 January 2026`; empty where no day is set. */
  readonly when: string;
  /** `waiting` for an answer; `later`: not due yet; `others`: not the school’s to do; `open`: the school may. */
  readonly state: 'overdue' | 'due' | 'waiting' | 'later' | 'done' | 'every day' | 'standing' | 'others' | 'open';
  readonly due: string | null;
  readonly done: string | null;
}

/** What the policy says, of no pupil in particular. */
export interface PolicyAnswer extends Said {
  readonly kind: 'policy';
  readonly about: 'register times' | 'stages' | 'arrival mark';
  readonly policy: { readonly id: string; readonly title: string };
  readonly asAt: string;
}

export interface HelpAnswer extends Said {
  readonly kind: 'help';
  readonly forms: readonly QuestionForm[];
}

export interface QuestionForm {
  /** `stage for Amira Khan`. */
  readonly form: string;
  readonly says: string;
}

/** Letters drafted, one for each adult who is to have one; approved together. */
export interface DraftAnswer extends Said {
  readonly kind: 'draft';
  readonly school: string;
  readonly pupil: PupilShown;
  readonly asAt: string;
  readonly freshness: string;
  /** The paper's name in the policy, and its title. */
  readonly paper: { readonly id: string; readonly title: string };
  readonly letters: readonly LetterShown[];
  /** What may be reworded, the same for every addressee: headings with #, lists with -, facts in [square brackets]. */
  readonly text: string;
  /** Why it was drafted although the policy would not bring it now. */
  readonly overrideReason: string | null;
}

export interface LetterShown {
  readonly id: string;
  /** Rises with every edit: what is approved is what was shown. */
  readonly revision: number;
  readonly addressee: string;
  readonly address: readonly string[];
  /** The whole letter as plain text. */
  readonly text: string;
}

/** Approved by a named person; the files are in the store under the letter's id. Nothing was sent to anyone. */
export interface ApprovedAnswer extends Said {
  readonly kind: 'approved';
  readonly school: string;
  readonly pupil: PupilShown;
  readonly paper: { readonly id: string; readonly title: string };
  /** Staff id, and the instant (ISO 8601, UTC). */
  readonly approved: { readonly by: string; readonly at: string };
  readonly files: readonly LetterFile[];
}

export interface LetterFile {
  /** `store.file(letter, format)` gives the bytes. */
  readonly letter: string;
  readonly format: 'pdf' | 'docx';
  /** A file name without the pupil's name: `stage-1-letter-ATT-2024-3F9A2C.pdf`. */
  readonly name: string;
  readonly addressee: string;
}

/** Something that will not be done, why, and what would cure it. */
export interface RefusedAnswer extends Said {
  readonly kind: 'refused';
  readonly reason: string;
  /** What would cure it; null where nothing here would. */
  readonly cure: string | null;
  /** Marks changed since a letter was drafted. */
  readonly changed: readonly ChangedMark[];
}

export interface ChangedMark {
  readonly date: string;
  readonly session: 'AM' | 'PM';
  /** Null: there was no mark, or there is none. */
  readonly was: string | null;
  readonly is: string | null;
}

/** An act or a judgement recorded, or one that was recorded undone, shown back with what follows from it. */
export interface RecordedAnswer extends Said {
  readonly kind: 'recorded' | 'undone';
  readonly school: string;
  /** Null: of the school itself. */
  readonly pupil: PupilShown | null;
  readonly entry: EntryShown;
}

/** What was recorded about a pupil, or of a school itself, newest first, with what was undone. */
export interface LogAnswer extends Said {
  readonly kind: 'log';
  readonly school: string;
  /** Null: of the school itself. */
  readonly pupil: PupilShown | null;
  readonly entries: readonly EntryShown[];
  /** How many older ones there are. */
  readonly more: number;
}

export interface EntryShown {
  readonly id: string;
  readonly kind: 'act' | 'judgement';
  readonly name: string;
  readonly done: string | null;
  readonly holds: boolean | null;
  /** ISO 8601. */
  readonly day: string;
  /** `09:20`. */
  readonly time: string | null;
  readonly about: { readonly from: string; readonly to: string } | null;
  readonly items: readonly string[];
  readonly half: 'AM' | 'PM' | null;
  /** The parent it concerns, and how letters address them; null: all of them, or none in particular. */
  readonly adult: { readonly id: string; readonly called: string } | null;
  /** The length chosen. */
  readonly lasting: { readonly number: number; readonly unit: string } | null;
  /** What leave is for. */
  readonly purpose: string | null;
  readonly note: string;
  /** Staff id, and the instant it was recorded. */
  readonly by: string;
  readonly recordedAt: string;
  readonly undone: { readonly by: string; readonly at: string } | null;
  /** `Stage 1 letter sent`, `parents engage with support: no`. */
  readonly words: string;
}

/** Pupil detail was asked for in a place where others may read it. */
export interface ElsewhereAnswer extends Said {
  readonly kind: 'elsewhere';
}

export interface NotUnderstoodAnswer extends Said {
  readonly kind: 'not understood';
  /** The nearest forms of question. */
  readonly nearest: readonly QuestionForm[];
}
