import type { StatisticalMeaning } from '../../register/attendance-code.ts';
import type { CodeChange, Confidence, InstrumentKind, Level, Relation, SchoolKind, Value } from './rulebook.ts';

/** A rulebook as its YAML files say it together, once the schema has passed each: dates are as written, citations by id. */
export interface RulebookFile {
  readonly nation: 'England';
  readonly compiled: string;
  readonly instruments: readonly InstrumentRow[];
  readonly regimes: readonly RegimeRow[];
  readonly codeSets: readonly CodeSetRow[];
  readonly codeChanges: readonly CodeChangesRow[];
  readonly provisions: readonly ProvisionRow[];
}

export interface InstrumentRow {
  readonly id: string;
  readonly kind: InstrumentKind;
  readonly title: string;
  readonly edition: string | null;
  readonly link: string | null;
}

export interface CitationRow {
  readonly instrument: string;
  readonly place: string | null;
}

export interface DatedRow {
  /** `2024-08-19`, `2001-03`, `2007`, `not known`. */
  readonly from: string;
  /** The last day in force, or null while it is. */
  readonly to: string | null;
}

export interface RegimeRow extends DatedRow {
  readonly id: string;
  readonly title: string;
  readonly registers: CitationRow;
  readonly guidance: CitationRow;
  readonly guidanceLevel: Level;
  readonly penaltyNotices: CitationRow;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** Codes that share dates and a source. An entry may say its own where it differs. */
export interface CodeSetRow extends DatedRow {
  readonly id: string;
  readonly level: Level;
  readonly citation: CitationRow;
  readonly confidence: Confidence;
  readonly codes: readonly CodeRow[];
}

export interface CodeRow extends Partial<DatedRow> {
  readonly code: string;
  readonly title: string;
  readonly meaning: StatisticalMeaning;
  readonly late?: boolean;
  readonly sensitive?: boolean;
  readonly countsToPenalty?: boolean;
  readonly level?: Level;
  readonly citation?: CitationRow;
  readonly confidence?: Confidence;
}

export interface CodeChangesRow {
  readonly on: string;
  readonly citation: CitationRow;
  readonly added: readonly string[];
  readonly confidence: Confidence;
  readonly changes: readonly CodeChange[];
}

export interface ProvisionRow extends DatedRow {
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly relation: Relation;
  readonly value: Value;
  readonly level: Level;
  readonly schools?: readonly SchoolKind[];
  readonly elsewhere?: Level;
  readonly schoolYears?: readonly string[];
  readonly mustSay?: true;
  readonly about?: readonly string[];
  readonly paper?: readonly string[];
  readonly citation: CitationRow;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** The dates of a code: its own, or those of its set. */
export function datesOf(set: CodeSetRow, row: CodeRow): DatedRow {
  return { from: row.from === undefined ? set.from : row.from, to: row.to === undefined ? set.to : row.to };
}
