import type { Clause, Need, SessionName, Truth } from '../compile/needs.ts';

export type { Clause, Need, SessionName, Truth } from '../compile/needs.ts';

/**
 * What a policy says of one pupil as at a day, with why. Plain data, ready for JSON: days are ISO 8601 dates, counts
 * are exact. The same policy, register, case log and day give the same finding, byte for byte. Lists that have
 * nothing in them are there and empty.
 */
export interface Finding {
  readonly kind: 'finding';
  readonly school: string;
  readonly policy: PolicyInForce;
  /** The pupil's id, as the caller gave it. Names are the front doors' affair. */
  readonly pupil: string;
  readonly asAt: string;
  /** The minute of that day, `09:20`; null for its end. */
  readonly at: string | null;
  /** The last session with a mark, of the whole register the caller read; null where there is none. */
  readonly registerTo: SessionName | null;
  readonly tally: TallyFinding;
  readonly ladders: readonly LadderFinding[];
  readonly thresholds: readonly ThresholdFinding[];
  readonly periods: readonly PeriodFinding[];
  /** The absence that runs on the day, by the register or by what people noted before it is taken. */
  readonly absence: AbsenceFinding | null;
  readonly bands: readonly BandFinding[];
  readonly rewards: readonly RewardFinding[];
  readonly duties: readonly DutyFinding[];
  readonly options: readonly OptionFinding[];
  readonly letters: readonly LetterFinding[];
  readonly bars: readonly BarFinding[];
  readonly reviews: readonly ReviewFinding[];
  readonly evidence: readonly EvidenceFinding[];
  /** Clauses of the document that say different things of this pupil on this day. */
  readonly contradictions: readonly ContradictionFinding[];
  /** Groups that the document names for attention, each with whether the pupil is in it: for order and mention alone. */
  readonly attention: readonly AttentionFinding[];
  /** The schools of the pupil's family; null where the family is not known. */
  readonly family: FamilySchools | null;
  readonly undetermined: readonly Undetermined[];
  readonly reasons: readonly Reason[];
}

export interface PolicyInForce {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the text of the policy and of every layer above it, hexadecimal. */
  readonly digest: string;
  readonly inForce: { readonly from: string | null; readonly to: string | null };
  /** False: the day asked about lies outside the policy's dates, and every answer says so. */
  readonly covers: boolean;
}

export interface CountedSession extends SessionName {
  readonly code: string;
}

/** An exact number with its unit: `15/2`, shown as `7.5`, of `days absent`. */
export interface Quantity {
  readonly value: string;
  readonly shown: string;
  readonly unit: string;
}

/** The school year so far, by the register. Rates are null where no session was possible. */
export interface TallyFinding {
  readonly from: string | null;
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
  /** Sessions on roll up to the day, for which the register was not taken. */
  readonly notTaken: number;
  /** Per cent of possible sessions. */
  readonly attendance: Quantity | null;
}

export interface StageName {
  readonly id: string;
  readonly title: string;
}

export interface LadderFinding {
  readonly id: string;
  readonly title: string;
  readonly stage: StageName | null;
  /** Where marks or judgements are missing: other stages the pupil may be at. */
  readonly possibly: readonly StageName[];
  readonly since: string | null;
  readonly count: Quantity | null;
  readonly next: { readonly stage: StageName; readonly needs: Quantity } | null;
  readonly cite: string | null;
  readonly clause: Clause;
  /** Index into `reasons`. */
  readonly reason: number | null;
}

export interface ThresholdFinding {
  readonly id: string;
  readonly title: string;
  /** Where the number is that of law or guidance, and not the document's own. */
  readonly setBy: { readonly provision: string; readonly level: string; readonly citation: string } | null;
  readonly met: Truth;
  readonly count: Quantity | null;
  readonly firstMet: string | null;
  readonly lastMet: string | null;
  readonly cite: string | null;
  readonly clause: Clause;
  readonly reason: number | null;
}

export interface PeriodFinding {
  readonly id: string;
  readonly title: string;
  /** Whether the day lies in it. */
  readonly holds: Truth;
  /** The run last begun, or the first to come; null at an end that is open or not known. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of one whose length is chosen: whether what was chosen lies in its range, null where nothing was. Left out of others. */
  readonly inRange?: boolean | null;
  readonly needs: readonly Need[];
  readonly cite: string | null;
  readonly clause: Clause;
}

export interface AbsenceFinding {
  readonly from: string;
  /** The day is the nth school day of it. */
  readonly day: number;
}

export interface BandFinding {
  readonly id: string;
  readonly title: string;
  readonly band: StageName | null;
  readonly rate: Quantity | null;
  /** Of one measure out of another: what was counted, and out of how many. Left out of others, and where marks leave either open. */
  readonly counted?: { readonly count: Quantity; readonly of: Quantity };
  /** `on track` until the last school day of the period it is decided over. */
  readonly state: 'given' | 'on track' | 'undetermined';
  readonly cite: string | null;
  readonly clause: Clause;
}

export interface RewardFinding {
  readonly id: string;
  readonly title: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly state: 'earned' | 'on track' | 'not earned' | 'not on track' | 'undetermined';
  readonly cite: string | null;
  readonly clause: Clause;
}

/** A name of the policy, or a party that every school has, with how a reader calls it. */
export interface ThingName {
  /** `ewo`, `waterton.ewo`; words in quotes stand for themselves. */
  readonly id: string;
  readonly title: string;
}

/** Times of day, `09:10`; null at the end that is not printed. */
export interface ClockWindow {
  readonly from: string | null;
  readonly to: string | null;
}

/** What a sentence says, as data beside its words. Lists of what it does not say are empty. */
/** Whose a sentence is: the school’s, also where the document names nobody; the family’s; or of someone outside the school. */
export type Party = 'school' | 'family' | 'outside';

export interface SentenceParts {
  readonly party: Party;
  readonly subject: readonly ThingName[];
  /** An act in quoted words has no verb, and each of its texts as an object. */
  readonly act: { readonly verb: string | null; readonly objects: readonly ThingName[]; readonly join: 'all' | 'any' };
  readonly to: readonly ThingName[];
  readonly by: readonly ThingName[];
  readonly with: readonly ThingName[];
  readonly from: readonly ThingName[];
  readonly for: readonly ThingName[];
  readonly about: readonly ThingName[];
  readonly window: ClockWindow | null;
}

/** The parent of whom alone it is so, by id; left out where it is so of all. */
interface OfOneParent {
  readonly adult?: string;
}

export interface DutyFinding extends SentenceParts, OfOneParent {
  readonly id: string;
  /** The clause of a layer above that this one says more strictly, by its id: one task with it. */
  readonly refines: string | null;
  /** The sentence, with the strength word the document prints. */
  readonly words: string;
  readonly strength: string;
  readonly owner: string | null;
  readonly arose: string;
  readonly due: { readonly date: string | null; readonly time: string | null; readonly words: string } | null;
  readonly done: string | null;
  /** Of what is done: whether by its deadline. Null where it is not done, has none, or hangs on a minute nobody logged. */
  readonly inTime: boolean | null;
  /** `not yet`: due on the day, at a time later than the minute asked about. */
  readonly state: 'due' | 'done' | 'overdue' | 'not yet' | 'decide today' | 'open question';
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

export interface OptionFinding extends SentenceParts, OfOneParent {
  readonly id: string;
  readonly words: string;
  readonly strength: string;
  readonly owner: string | null;
  readonly clause: Clause;
}

/**
 * A letter or notice that a duty names. `waiting`: its stage is reached, and a judgement or fact that must be proved
 * first is missing; nothing is drafted until then without a recorded reason. `overtaken`: a later stage was reached
 * before it was sent.
 */
export interface LetterFinding {
  /** The paper's name in the policy: `stage-1-letter`. */
  readonly id: string;
  readonly title: string;
  readonly state: 'due' | 'waiting' | 'sent' | 'overtaken' | 'not due';
  /** The stage that brings it, where a ladder does. */
  readonly stage: StageName | null;
  readonly since: string | null;
  readonly sent: string | null;
  /** The role it goes to, as the policy names it. */
  readonly to: string | null;
  /** Left out where the letter is not one that a policy brings now. */
  readonly recipients?: Recipients | undefined;
  readonly needs: readonly Need[];
  readonly clause: Clause;
  /** Index into `reasons`: what is counted in the sentence that brings it. Null where a ladder counts, or nothing does. */
  readonly reason: number | null;
}

/** To whom a paper goes on the day. */
export interface Recipients {
  /** Ids of the pupil's adults, each addressed separately; null where they are not known to the caller. */
  readonly adults: readonly string[] | null;
  /** How many adults are left out because nothing may be sent to them. */
  readonly withheld: number;
  /** Others by role: a social worker, the local authority. */
  readonly roles: readonly ThingName[];
  /** Those of whom it cannot be told whether it goes to them. */
  readonly perhaps: readonly ThingName[];
}

/** What a paper must include now, and what of it was seen. */
export interface EvidenceFinding {
  readonly id: string;
  readonly title: string;
  readonly complete: Truth;
  readonly items: readonly { readonly words: string; readonly seen: boolean }[];
  /** Not seen, in the document's words. */
  readonly missing: readonly string[];
  /** Not seen, and nobody can tell yet whether they are asked for. */
  readonly perhaps: readonly string[];
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

export interface BarFinding extends SentenceParts, OfOneParent {
  readonly id: string;
  readonly words: string;
  readonly state: 'barred' | 'lifted';
  /** For a bar on more than so many: how many there have been. */
  readonly count: { readonly done: number; readonly most: number } | null;
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

/**
 * A review of the stage the pupil stands at, or of a paper; one that was held stays in view after it has moved the pupil
 * on. `waiting` for the event it follows, `open` from then on, `due` from its earliest day, `overdue` after its latest.
 */
export interface ReviewFinding {
  readonly id: string;
  readonly title: string;
  readonly stage: StageName | null;
  readonly state: 'waiting' | 'open' | 'due' | 'overdue' | 'held';
  /** The day of the event that it follows. */
  readonly opened: string | null;
  /** The days between which it may be held; null where no day is set. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The day that people agreed, and whether it lies between those. */
  readonly agreed: string | null;
  readonly agreedInTime: boolean | null;
  readonly held: string | null;
  /** What the review last held came to. Before it is held, none holds. */
  readonly outcomes: readonly { readonly id: string; readonly title: string; readonly holds: Truth }[];
  readonly clause: Clause;
}

export interface ContradictionFinding {
  readonly words: string;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly holds: Truth }[];
  readonly clause: Clause;
}

export interface AttentionFinding {
  /** `attention`, with the layer's id before it. */
  readonly id: string;
  /** `yes` where the pupil is in one of the groups, whatever is unknown of the others. */
  readonly state: Truth;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly holds: Truth }[];
  readonly clause: Clause;
}

export interface FamilySchools {
  readonly schools: readonly string[];
  /** Those of them that are members; null where it is not known which schools are. */
  readonly memberSchools: readonly string[] | null;
}

export interface Undetermined {
  readonly about: string;
  readonly needs: readonly Need[];
}

/** Why, as data. It is put into words in one place: explain.ts. */
export type Reason =
  | {
      readonly kind: 'counted';
      readonly what: string;
      readonly count: Quantity;
      /** How much of it is still to come, and only expected; left out where nothing is. */
      readonly expected?: Quantity | undefined;
      readonly window: { readonly from: string; readonly to: string; readonly words: string } | null;
      /** Codes still open (N) among the sessions counted. */
      readonly open: number;
      readonly sessions: readonly CountedSession[];
      readonly clause: Clause;
    }
  | {
      readonly kind: 'logged';
      readonly what: string;
      readonly day: string;
      readonly sessions: readonly CountedSession[];
      readonly clause: Clause;
    }
  | {
      readonly kind: 'judged';
      readonly what: string;
      readonly holds: boolean;
      readonly day: string;
      readonly sessions: readonly CountedSession[];
      readonly clause: Clause;
    }
  | {
      readonly kind: 'kept';
      readonly what: string;
      readonly since: string;
      readonly until: string;
      readonly sessions: readonly CountedSession[];
      readonly clause: Clause;
    };
