import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { Value } from './value.ts';

export type { PaymentStep, Quantity, Unit, Value } from './value.ts';

/**
 * Law and guidance on school attendance as dated, cited values. Compiled from a YAML file (policies/statutory) by
 * tools/generate-rulebook.ts; every code, sum, threshold and period that comes from law stands there and nowhere else.
 */
export interface Rulebook {
  /** Wales, Scotland and Northern Ireland have law of their own: a policy for them is refused, not judged by this. */
  readonly nation: 'England';
  /** The day on which the facts were compiled. What changed after it is not known here. */
  readonly compiled: Day;
  readonly periods: readonly RegimePeriod[];
  readonly codes: readonly CodeEntry[];
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
