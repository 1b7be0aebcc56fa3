import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { Said, Value } from './value.ts';

export type { ListItem, PaymentStep, Quantity, Said, Unit, Value } from './value.ts';

/**
 * Law and guidance on school attendance as dated, cited values. Compiled from YAML files (policies/statutory) by
 * tools/generate-rulebook.ts; every code, sum, threshold and period that comes from law stands there and nowhere else.
 */
export interface Rulebook {
  /** Wales, Scotland and Northern Ireland have law of their own: a policy for them is refused, not judged by this. */
  readonly nation: 'England';
  /** The day on which the facts were compiled. What changed after it is not known here. */
  readonly compiled: Day;
  readonly periods: readonly RegimePeriod[];
  readonly codes: readonly CodeEntry[];
  readonly codeChanges: readonly CodeChanges[];
  readonly provisions: readonly Provision[];
}

/** What is or was in force over a run of days, both ends inclusive; an open end is undefined. */
export interface Dated {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** A period between two changes of the law or guidance, and which texts held in it. */
export interface RegimePeriod extends Dated {
  readonly id: string;
  readonly title: string;
  readonly registers: Citation;
  readonly guidance: Citation;
  readonly guidanceLevel: Level;
  readonly penaltyNotices: Citation;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** One attendance code as it stood over a run of days, with where that is written. */
export interface CodeEntry extends AttendanceCode {
  /** Counts towards the national threshold for penalty notices. */
  readonly countsToPenalty: boolean;
  readonly level: Level;
  readonly citation: Citation;
  readonly confidence: Confidence;
}

/** What the codes of the day before are called from a day on. A code that is not listed kept its letter and its meaning. */
export interface CodeChanges {
  readonly on: Day;
  readonly citation: Citation;
  /** Letters of which nothing of the day before is one by itself. */
  readonly added: readonly string[];
  readonly confidence: Confidence;
  readonly changes: readonly CodeChange[];
}

export const changes = ['renamed', 'removed', 'narrowed', 'reworded'] as const;

export interface CodeChange {
  readonly code: string;
  readonly change: (typeof changes)[number];
  readonly to: readonly string[];
  /** What a person must say before it is known which of them it is; absent where it follows from the code. */
  readonly byPerson?: string;
  /** What it may be besides: `a code of absence`. */
  readonly orElse?: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** One thing that law or guidance says of a field that a policy may fill: `register.open_minutes` at most 30 minutes. */
export interface Provision extends Dated {
  /** An id may come again over other days, where the level or the citation changed and the thing itself did not. */
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly relation: Relation;
  readonly value: Value;
  readonly level: Level;
  /** The kinds of school it binds; absent where it binds them all. */
  readonly schools?: readonly SchoolKind[];
  /** How binding it is for the others; absent where it does not apply to them. */
  readonly elsewhere?: Level;
  /** The school years for which it holds (`2011/12`); absent where it holds for all. */
  readonly schoolYears?: readonly string[];
  /** A policy has to say it: silence is worth a warning. */
  readonly mustSay?: true;
  /** The words by which a clause of a policy shows that it is on this subject. */
  readonly about?: Said;
  /** It is what a paper with such a title must contain: one that lists some of it and leaves out the rest breaches. */
  readonly paper?: Said;
  /** Its dates as the source gives them, for people: `2007`, `2001-03`, `not known`; `to` is null while it is in force. */
  readonly inForce: { readonly from: string; readonly to: string | null };
  readonly citation: Citation;
  readonly confidence: Confidence;
  /** A caveat for the reader: what was not seen, or how it is measured. */
  readonly note?: string;
}

/** Where something is written. Guidance always names its edition, because paragraph numbers move between editions. */
export interface Citation {
  readonly kind: InstrumentKind;
  /** `SI 2024/208`; for guidance a short name of the document. */
  readonly instrument: string;
  readonly title: string;
  readonly edition: string | null;
  /** `reg. 10, Table 1`, `¶¶174–200`; null where the place within the text is not known. */
  readonly place: string | null;
  readonly link: string | null;
}

export const relations = [
  'at most',
  'at least',
  'exactly',
  'between',
  'includes',
  'forbids',
  'one of',
  'states',
] as const;
export type Relation = (typeof relations)[number];

/** How binding: law is breached; guidance is departed from; local is the council's; information is not checked. */
export const levels = ['law', 'statutory guidance', 'non-statutory guidance', 'local', 'information'] as const;
export type Level = (typeof levels)[number];

/**
 * `confirmed`: the primary text was read; `confirmed second-hand`: a text was read that quotes or closely restates it;
 * `from memory`: no text was seen, so somebody must read the source.
 */
export const confidences = ['confirmed', 'confirmed second-hand', 'from memory'] as const;
export type Confidence = (typeof confidences)[number];

export const instrumentKinds = ['law', 'guidance', 'statistics'] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

export const schoolKinds = ['maintained', 'academy', 'independent', 'non-maintained special'] as const;
export type SchoolKind = (typeof schoolKinds)[number];
