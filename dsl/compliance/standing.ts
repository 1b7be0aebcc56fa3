import type { Day } from '../../register/day.ts';
import type { Place } from '../resolve/policy.ts';
import type { WitnessCase } from '../regions/comparison.ts';
import type { Span } from '../text/span.ts';
import type { Confidence, Level } from '../rulebook/rulebook.ts';

/**
 * How a policy stands against a provision. `silent` is never a pass: nothing was found that could be judged, or not enough
 * of it. `local – cannot judge`: a council decides, and its code is not part of the rulebook.
 */
export const standings = [
  'meets',
  'breaches',
  'silent',
  'contradicts itself',
  'local – cannot judge',
  'not applicable',
] as const;
export type Standing = (typeof standings)[number];

/** One policy against one provision on one day, with both texts. */
export interface StandingRow {
  /** Id of the policy that was judged; its clause may come from a layer above. */
  readonly policy: string;
  /** Id of the provision: `REG-OPEN-30`. */
  readonly provision: string;
  readonly standing: Standing;
  /** In plain words, naming both values; a second sentence says what the policy's writer assumed. */
  readonly why: string;
  /** The clause that decides; null where no clause speaks. */
  readonly clause: PolicyClause | null;
  /** The policy's own words of that clause. */
  readonly policyText: string | null;
  /** Where that clause stands, for a frame round it. */
  readonly place: Place | undefined;
  /** Further clauses on the subject, the layers' among them, each with what it amounts to. */
  readonly beside: readonly BesideClause[];
  /** Of a breach that shows in registers: the smallest on which the policy and the provision part ways. */
  readonly witness?: StandingWitness;
  /** Of a breach only. */
  readonly departure?: StandingDeparture;
  /** Of a breach, of a policy that contradicts itself, and of silence where it has to speak. */
  readonly fixes: readonly StandingFix[];
  readonly provisionText: string;
  /** `at most 30 minutes`. */
  readonly value: string;
  readonly level: Level;
  readonly citation: string;
  /** Where the text it cites can be read. */
  readonly link: string | null;
  /** The provision’s first and last day as its source gives them: `2024-08-19`, `2007`, `not known`; null while in force. */
  readonly inForce: { readonly from: string; readonly to: string | null };
  /** A policy has to say it: silence is worth a warning. */
  readonly mustSay: boolean;
  /** As people are told: `from memory, not confirmed`. */
  readonly confidence: string;
}

/** A pupil as a case: what the policy says of them is not what the provision does. */
export interface StandingWitness {
  readonly words: string;
  readonly case: WitnessCase & {
    /** What `att explain --case` answers beside the stage. */
    readonly asks: { readonly provision: string; readonly clause: string };
  };
}

/** A recorded departure from a provision that is breached. It leaves the standing as it is, and weighs until it lapses. */
export interface StandingDeparture {
  readonly because: string;
  /** Who approved it, by title. */
  readonly approvedBy: string;
  readonly on: Day;
  /** The last day on which it holds. */
  readonly until: Day;
  /** Over on the day asked about: the breach weighs in full again. */
  readonly lapsed: boolean;
  /** Where it is recorded. */
  readonly clause: PolicyClause;
}

/** What would put a breach right, under an id that stays: a command and an editor offer the same. */
export interface StandingFix {
  readonly id: 'change-value' | 'add-clause' | 'record-departure' | 'see-help';
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** The only candidate, in the policy’s own text, and nothing is left for a person to write. */
  readonly safe: boolean;
}

export interface FileEdit {
  /** The name of the file. */
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

/** A clause by its policy, its id, the heading of the school's document, and its line from 1. */
export interface PolicyClause {
  readonly policy: string;
  readonly id: string;
  readonly cite: string | null;
  readonly line: number;
}

export interface BesideClause {
  readonly clause: PolicyClause | null;
  readonly policyText: string | null;
  readonly why: string;
}

/**
 * How a standing weighs: a breach of law or statutory guidance is wrong; one of other guidance, and silence on what a policy
 * has to say, is worth a warning; one from which the school has recorded a departure is told, until that lapses.
 */
export function weightOf(
  row: Pick<StandingRow, 'standing' | 'level' | 'mustSay' | 'departure'>,
): 'error' | 'warning' | 'information' {
  if (row.departure && !row.departure.lapsed) return 'information';
  if (row.standing === 'breaches') return row.level === 'non-statutory guidance' ? 'warning' : 'error';
  if (row.standing === 'silent') return row.mustSay ? 'warning' : 'information';
  return row.standing === 'contradicts itself' ? 'warning' : 'information';
}

export function confidenceWords(confidence: Confidence): string {
  return confidence === 'from memory' ? 'from memory, not confirmed' : confidence;
}
