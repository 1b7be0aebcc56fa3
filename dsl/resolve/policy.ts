import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type {
  ClassName,
  ComparatorName,
  DayOfYear,
  DetailWord,
  Entered,
  StrengthWord,
  SupposeItem,
  UnitName,
} from '../syntax/tree.ts';
import type { Level, SchoolKind } from '../rulebook/rulebook.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { PaperKind } from '../syntax/vocabulary.ts';

// Words that mean in a policy what they mean in its text.
export type { ClassName, ComparatorName, DayOfYear, Entered, StrengthWord, UnitName } from '../syntax/tree.ts';
export type { PaperKind } from '../syntax/vocabulary.ts';

/** A policy with its names bound and its units settled. What the tree says of one text, this says of one policy and its layers. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly level: 'policy' | 'trust' | 'framework' | 'cluster';
  readonly source: Source;
  readonly place: Place;
  readonly inForce: { readonly from: Day | undefined; readonly to: Day | undefined };
  /** When the document says that it will itself be reviewed: a day, or the first of a month alone. */
  readonly reviewDue:
    | { readonly day: Day; readonly monthOnly: boolean; readonly span: Span; readonly cite: string | undefined }
    | undefined;
  /** What kind of school it is for, where it says so itself. */
  readonly kind: { readonly is: SchoolKind; readonly place: Place } | undefined;
  readonly phases: readonly { readonly is: SchoolPhase; readonly place: Place }[];
  /** The layers above, nearest first. */
  readonly under: readonly Policy[];
  readonly times: readonly NamedTime[];
  readonly halfDays: readonly HalfDayRules[];
  readonly roles: readonly Role[];
  readonly judgements: readonly Judgement[];
  readonly facts: readonly Fact[];
  readonly measures: readonly NamedMeasure[];
  readonly thresholds: readonly Threshold[];
  readonly periods: readonly Period[];
  readonly papers: readonly Paper[];
  readonly reviews: readonly Review[];
  readonly services: readonly Service[];
  readonly ladders: readonly Ladder[];
  readonly bands: readonly Bands[];
  readonly rewards: readonly Reward[];
  readonly contradictions: readonly Contradiction[];
  readonly attention: readonly Attention[];
  readonly departures: readonly Departure[];
  readonly notes: readonly Note[];
  readonly examples: readonly Example[];
  readonly rules: readonly Rule[];
}

/** What pupils a school is for; one school may be of several. */
export const schoolPhases = [
  ...(['nursery', 'infant', 'junior', 'primary', 'middle', 'secondary', 'all-through', 'sixth-form'] as const),
  ...(['special', 'alternative-provision'] as const),
];
export type SchoolPhase = (typeof schoolPhases)[number];

/** Where a declaration stands, and what it cites. */
export interface Place {
  readonly source: Source;
  readonly span: Span;
  readonly policy: string;
  readonly id: string;
  readonly cite: string | undefined;
  readonly assumed: string | undefined;
  readonly unclear: string | undefined;
  readonly inForce: { readonly from: Day | undefined; readonly to: Day | undefined } | undefined;
  readonly refines: ClauseAbove | undefined;
  readonly replaces: ClauseAbove | undefined;
}

/** The clause of a layer above that a clause names, with the layer's id: `waterton.call-parents`. */
export interface ClauseAbove {
  readonly name: string;
  readonly span: Span;
}

interface Named {
  readonly name: string;
  readonly title: string;
  readonly place: Place;
}

export interface NamedTime extends Named {
  readonly time: ClockTime | undefined;
}

/** One end of a run of times, exact to the minute. `until` includes its minute on one reading and not on the other. */
export interface TimeBound {
  readonly kind: 'after' | 'by' | 'before' | 'from' | 'until';
  /** Undefined where the document does not state it. */
  readonly time: ClockTime | undefined;
  /** The named time it is, where it is one. One that is not stated may be recorded of a day: `closes recorded`. */
  readonly named: { readonly name: string; readonly title: string } | undefined;
  readonly words: string;
}

export interface HalfDayRules {
  readonly half: 'AM' | 'PM';
  /** When the session begins, where the document says. */
  readonly from: ClockTime | undefined;
  readonly stated: boolean;
  readonly rows: readonly { readonly bounds: readonly TimeBound[]; readonly enters: Entered; readonly place: Place }[];
  readonly place: Place;
}

export interface Role extends Named {
  /** Of the authority, a court or a service: what they owe or may do is not the school’s. */
  readonly outside: boolean;
  /** The document gives the name; the school’s data hold it. */
  readonly named: boolean;
  /** Flags of which an adult needs one (or all), where the role is worked out from the adults of the pupil. */
  readonly adults: { readonly join: 'any' | 'all'; readonly flags: readonly string[] } | undefined;
}

export interface Judgement extends Named {
  readonly by: string | undefined;
  readonly about: string | undefined;
}

export interface Fact extends Named {
  readonly of: 'pupil' | 'school';
}

export interface NamedMeasure extends Named {
  readonly measure: Measure;
}

export interface Threshold extends Named {
  readonly kind: 'threshold' | 'group';
  readonly condition: Condition;
}

export interface Period extends Named {
  readonly stretches: readonly Stretch[];
}

export type Stretch =
  | {
      readonly kind: 'after' | 'from';
      readonly least: number;
      readonly most: number;
      readonly unit: UnitName;
      readonly event: Event;
    }
  | { readonly kind: 'last of'; readonly number: number; readonly unit: UnitName; readonly period: string }
  | { readonly kind: 'dates'; readonly from: Day; readonly to: Day }
  | {
      readonly kind: 'from birthday';
      readonly first: readonly DayOfYear[] | UnitName;
      readonly orOn: boolean;
      readonly birthday: number;
    };

/** Something that happens to a thing of the policy: `stage-1-letter sent`. */
export interface Event {
  readonly name: string;
  readonly done: string | undefined;
  readonly words: string;
  /** `first-notice issued`: of which one in order it is said. */
  readonly nth?: number;
}

export interface Paper extends Named {
  readonly paper: PaperKind;
  readonly of: About;
  readonly goesTo: readonly string[];
  readonly details: readonly PaperDetail[];
  readonly needs: readonly Condition[];
  /** What is entered in the register: rows top to bottom, the first true row wins. */
  readonly rows: readonly {
    readonly enters: Entered;
    readonly condition: Condition | undefined;
    readonly may: boolean;
    readonly place: Place;
  }[];
  readonly fines: readonly Fine[];
  /** Whether each parent has a count of their own. */
  readonly perParent: boolean;
  /** Which of the earlier ones count when they are numbered, reading by reading. None: all of them. */
  readonly lookBack: readonly { readonly event: Event; readonly window: Window }[];
  /** No more than so many of it for each of another paper: `at most 2 each ews-referral`. */
  readonly atMost: { readonly number: number; readonly each: string } | undefined;
}

/** `led by ewo if traded`, `attended by headteacher or senior-leader`, `includes "dates", "letters" unless in-plan`. */
export interface PaperDetail {
  readonly word: DetailWord;
  readonly words: string;
  readonly texts: readonly string[];
  readonly names: readonly string[];
  readonly join: 'all' | 'any';
  readonly guard: Condition | undefined;
  readonly place: Place;
}

export interface Fine {
  readonly which: 'first' | 'second' | 'any';
  readonly steps: readonly {
    readonly pounds: Fraction;
    readonly within: number;
    readonly unit: UnitName;
    /** Reading by reading. `of`: the event's own day is not counted; `from`: it is day 1. */
    readonly of: readonly { readonly kind: 'of' | 'from'; readonly event: Event }[];
  }[];
  readonly place: Place;
}

/**
 * A review of a stage or a paper, with what it can come to. A meeting with outcomes is one too: it is held when the
 * meeting is, and no day is set for it.
 */
export interface Review extends Named {
  readonly of: 'review' | 'meeting';
  readonly stage: { readonly ladder: string; readonly stage: string } | undefined;
  readonly paper: string | undefined;
  /** When it is due: a run of days from an event, a day that people agree and log, or not said. */
  readonly due: Extract<Stretch, { readonly kind: 'after' | 'from' }> | 'as agreed' | undefined;
  readonly by: readonly string[];
  /** Once held, another falls due as long again afterwards. */
  readonly again: boolean;
  readonly outcomes: readonly ReviewOutcome[];
  /** What people log of it. */
  readonly events: readonly Event[];
}

export interface ReviewOutcome extends Named {
  readonly condition: Condition | undefined;
  /** Where it moves the pupil: two outcomes that hold and move differently are for a person to decide. */
  readonly move: string | undefined;
}

export interface Service extends Named {
  readonly telephone: readonly string[];
  /** None: the document prints no hours. */
  readonly hours: readonly OpeningHours[];
  /** Whole years, both ends included. None: for everyone. */
  readonly ages: readonly {
    readonly low: number | undefined;
    readonly high: number | undefined;
    readonly guard: Condition | undefined;
  }[];
  /** Whom it serves besides: all of these. */
  readonly serves: readonly Condition[];
}

export interface OpeningHours {
  /** ISO days of the week, Monday 1. */
  readonly from: number;
  readonly to: number;
  readonly opens: ClockTime;
  readonly closes: ClockTime;
  readonly notBankHolidays: boolean;
}

export interface Ladder extends Named {
  readonly by:
    { readonly kind: 'measure'; readonly measure: Measure } | { readonly kind: 'steps' } | { readonly kind: 'groups' };
  readonly stages: readonly Stage[];
  /** What gates every duty that is not to be done in every case. */
  readonly gate: Condition | undefined;
  /** Moves written elsewhere, in a meeting's outcome say: for a pupil who stands at any other of its stages. */
  readonly moves: readonly StageMove[];
}

export interface Stage extends Named {
  readonly entry:
    | { readonly kind: 'from' | 'below'; readonly value: Fraction }
    | { readonly kind: 'when' | 'for'; readonly condition: Condition }
    | undefined;
  readonly keptToEndOf: UnitName | undefined;
  readonly needs: readonly Condition[];
  readonly moves: readonly StageMove[];
}

export interface StageMove {
  readonly move: 'to' | 'leaves' | 'stays';
  readonly to: string | undefined;
  /** All of these must hold; the move is made on the day they come to hold. */
  readonly when: readonly Condition[];
  readonly place: Place;
}

export interface Bands extends Named {
  readonly measure: Measure;
  readonly bands: readonly (Named & { readonly range: BandRange })[];
}

export type BandRange =
  | { readonly kind: 'between'; readonly low: Fraction; readonly high: Fraction }
  | { readonly kind: 'compared'; readonly comparator: ComparatorName; readonly value: Fraction };

export interface Reward extends Named {
  readonly each: UnitName;
  readonly to:
    | { readonly kind: 'pupils' | 'classes'; readonly condition: Condition }
    | { readonly kind: 'best class in each phase' | 'best class'; readonly measure: Measure };
}

export interface Contradiction {
  readonly between: readonly string[];
  readonly text: string;
  readonly actsOn: string | undefined;
  readonly place: Place;
}

/** Guidance that the policy knowingly departs from, from one day to another, both inclusive. */
export interface Departure {
  /** Id of the provision: `REG-OPEN-30`. */
  readonly provision: string;
  readonly provisionSpan: Span;
  readonly because: string;
  /** By title. */
  readonly approvedBy: string;
  readonly on: Day;
  readonly until: Day;
  readonly place: Place;
}

/** Groups that the document names for attention: being in one changes no test. */
export interface Attention {
  readonly groups: readonly string[];
  readonly place: Place;
}

export interface Note {
  readonly text: string;
  readonly place: Place;
}

export interface Example {
  readonly title: string;
  readonly place: Place;
  readonly supposed: readonly SupposeItem[];
  readonly expected: readonly {
    readonly condition: Condition;
    readonly on: Day | undefined;
    /** The minute asked about; the end of the day where it is not given. */
    readonly at: ClockTime | undefined;
    /** The adult it is asked of. */
    readonly adult: string | undefined;
    readonly words: string;
    readonly span: Span;
  }[];
}

// ── rules ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whom a sentence or paper is about: a pupil, unless it stands in `for each school` or `for the schools together`. */
export type About = 'pupil' | 'each school' | 'the schools together';

/** A sentence with all that it stands under: blocks, stage, gate, guards. */
export interface Rule {
  readonly id: string;
  readonly of: About;
  /** The sentence as a reader would say it, names by their titles. */
  readonly words: string;
  readonly strength: StrengthWord;
  /** Duties are owed, options open, agenda items owe a recorded decision, bars hold, presumptions can be departed from. */
  readonly mode: 'duty' | 'option' | 'agenda' | 'bar' | 'presumption';
  readonly subject: readonly string[];
  readonly act: Act;
  readonly to: readonly string[];
  /** What it is about: names, or words in quotes. */
  readonly about: readonly string[];
  readonly timing: readonly RuleTiming[];
  /** Outermost first. */
  readonly blocks: readonly { readonly kind: 'when' | 'while' | 'where'; readonly condition: Condition }[];
  readonly stage: { readonly ladder: string; readonly stage: string } | undefined;
  /** The paper whose body the rule stands in. */
  readonly paper: string | undefined;
  readonly gate: Condition | undefined;
  readonly guards: readonly { readonly kind: 'if' | 'unless'; readonly condition: Condition }[];
  /** The review, or the meeting with outcomes, that brings the rule: it stands although the pupil has moved on since. */
  readonly review: string | undefined;
  readonly place: Place;
}

/** The verb of a sentence that has the children of one family treated alike. */
export const treatAlike = 'treat alike';

export type Act =
  | { readonly kind: 'words'; readonly texts: readonly string[] }
  | {
      readonly kind: 'verb';
      readonly verb: string;
      readonly objects: readonly string[];
      readonly join: 'all' | 'any';
      /** Whether all of these are the family or its home: then contact made with it settles a call or a visit. */
      readonly family: boolean;
    };

export type RuleTiming =
  | {
      readonly kind: 'by time' | 'before time' | 'after time' | 'at time';
      readonly time: ClockTime | undefined;
      readonly words: string;
    }
  | {
      readonly kind: 'between times';
      readonly from: ClockTime | undefined;
      readonly until: ClockTime | undefined;
      readonly words: string;
    }
  | { readonly kind: 'absence day'; readonly numbers: readonly number[] }
  | { readonly kind: 'same school day' | 'that morning' }
  | { readonly kind: 'on date'; readonly day: Day }
  | {
      readonly kind: 'within';
      readonly number: number;
      readonly unit: UnitName;
      readonly of: Event | undefined;
      readonly words: string;
    }
  | {
      readonly kind: 'no later than';
      readonly number: number;
      readonly unit: UnitName;
      readonly before: Event;
      readonly words: string;
    }
  | {
      readonly kind: 'after event';
      readonly number: number | undefined;
      readonly unit: UnitName | undefined;
      readonly event: Event;
      readonly words: string;
    }
  | { readonly kind: 'before event'; readonly event: Event; readonly words: string }
  | { readonly kind: 'once each' | 'each'; readonly unit: UnitName | undefined; readonly name: string | undefined }
  | {
      readonly kind: 'by whom' | 'with whom' | 'from whom' | 'for whom';
      readonly names: readonly string[];
      readonly join: 'all' | 'any';
    };

// ── conditions and measures ────────────────────────────────────────────────────────────────────────────────────────

export type Window =
  | { readonly kind: 'this' | 'last'; readonly unit: UnitName }
  | {
      readonly kind: 'rolling';
      readonly number: number;
      readonly unit: UnitName;
      /** Nothing of this day or before it. */
      readonly after?: Day;
    }
  | { readonly kind: 'during'; readonly period: string }
  | { readonly kind: 'since'; readonly event: Event }
  | { readonly kind: 'in a row' }
  /** All that the register holds: where the document prints no window and the measure is of one day. */
  | { readonly kind: 'ever' };

/** Which sessions count: a class of the code table, or codes by letter. */
export type SessionSet = { readonly class: ClassName } | { readonly codes: readonly string[] };

export type Measure =
  | {
      readonly kind: 'count';
      readonly unit: UnitName;
      readonly of: SessionSet;
      /** Of school days: one counts already with any of its sessions in the class. */
      readonly partDays: boolean;
      readonly window: Window;
      /** The days still to come that people expect the pupil to be absent count with those of the register. */
      readonly withExpected: boolean;
      readonly words: string;
    }
  | {
      readonly kind: 'weeks';
      readonly quantifier: 'any' | 'every' | 'some' | 'some but not every';
      /** What there are some or all of in a week: whole school days, or sessions. */
      readonly each: 'school days' | 'sessions';
      readonly of: SessionSet;
      readonly window: Window;
      readonly words: string;
    }
  | { readonly kind: 'rate'; readonly of: 'attendance' | 'absence'; readonly window: Window; readonly words: string }
  | { readonly kind: 'ratio'; readonly top: Measure; readonly bottom: Measure; readonly words: string }
  | { readonly kind: 'highest'; readonly of: Measure; readonly window: Window; readonly words: string }
  /** Readings of one measure, of a ladder or of bands: exact only where they agree. */
  | { readonly kind: 'readings'; readonly of: readonly Measure[]; readonly words: string }
  | {
      readonly kind: 'constant';
      readonly value: Fraction;
      readonly unit: UnitName | 'per cent' | undefined;
      readonly words: string;
    }
  /** How many such days or weeks have gone by since something happened, its own day counted. */
  | { readonly kind: 'elapsed'; readonly unit: UnitName; readonly since: Event; readonly words: string }
  /** What holds only between its own dates; outside them it is not stated. */
  | {
      readonly kind: 'dated';
      readonly of: Measure;
      readonly title: string;
      readonly place: Place;
      readonly words: string;
    }
  | { readonly kind: 'not stated'; readonly what: string; readonly place: Place; readonly words: string };

/** What an example may say that a finding says of a name. */
export const foundValues = [
  ...(['undetermined', 'true', 'false', 'due', 'waiting', 'overdue', 'done', 'sent', 'overtaken'] as const),
  ...(['open', 'barred', 'lifted', 'earned', 'held', 'in-time', 'in-range', 'for-the-pupil', 'unpaid'] as const),
];
export type FoundValue = (typeof foundValues)[number];

/** A provision as it held over some days, as a comparison; both ends inclusive, an open end undefined. */
export interface SetVersion {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly level: Level;
  /** In words. */
  readonly citation: string;
  readonly comparator: ComparatorName;
  readonly value: Measure;
}

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[]; readonly words: string }
  | { readonly kind: 'not'; readonly part: Condition; readonly words: string }
  /** Holds unless its part is proved: an exception that nobody has judged does not stop it. */
  | { readonly kind: 'unless'; readonly part: Condition; readonly words: string }
  /** Readings of one clause: determined only where all agree. */
  | {
      readonly kind: 'readings';
      readonly readings: readonly Condition[];
      readonly what: string;
      readonly words: string;
    }
  | {
      readonly kind: 'compare';
      readonly measure: Measure;
      readonly comparator: ComparatorName;
      readonly to: Measure;
      readonly words: string;
    }
  /** A share that law or guidance sets, by the days over which each version of it holds. */
  | {
      readonly kind: 'as set';
      readonly provision: string;
      readonly measure: Measure;
      readonly versions: readonly SetVersion[];
      readonly words: string;
    }
  /** How many schools the children of the pupil's family go to; of those that are members, where membership is asked. */
  | {
      readonly kind: 'family in';
      readonly comparator: ComparatorName;
      readonly number: number;
      readonly members: boolean;
      readonly words: string;
    }
  | {
      readonly kind: 'judged';
      readonly name: string;
      readonly title: string;
      /** The title of the role that judges. */
      readonly by: string | undefined;
      /** What is judged each time that it happens. */
      readonly each: Event | undefined;
      readonly words: string;
    }
  | {
      readonly kind: 'fact';
      readonly name: string;
      readonly title: string;
      readonly of: 'pupil' | 'school';
      readonly words: string;
    }
  | {
      readonly kind: 'happened';
      readonly event: Event;
      readonly comparator: ComparatorName;
      readonly number: number;
      readonly window: Window | undefined;
      /** Before the first day that it is about. */
      readonly ahead?: true;
      /** On a school day, within the hours of the school day. */
      readonly inSchoolHours?: true;
      readonly words: string;
    }
  | { readonly kind: 'named'; readonly name: string; readonly words: string }
  | { readonly kind: 'met'; readonly name: string; readonly window: Window | undefined; readonly words: string }
  | { readonly kind: 'at stage'; readonly ladder: string; readonly stage: string; readonly words: string }
  | { readonly kind: 'in period'; readonly name: string; readonly words: string }
  | { readonly kind: 'today'; readonly of: SessionSet; readonly words: string }
  | { readonly kind: 'arriving'; readonly bounds: readonly TimeBound[]; readonly words: string }
  | { readonly kind: 'born'; readonly from: DayOfYear; readonly to: DayOfYear; readonly words: string }
  | { readonly kind: 'reason given'; readonly words: string }
  | { readonly kind: 'everyone'; readonly words: string }
  /** A service is open at the minute asked about. */
  | { readonly kind: 'service open'; readonly service: string; readonly title: string; readonly words: string }
  /** Whatever a paper includes, as far as it applies now, was seen; or people logged that it is complete. */
  | { readonly kind: 'complete'; readonly paper: string; readonly words: string }
  /** The review last due was held. */
  | { readonly kind: 'reviewed'; readonly review: string; readonly words: string }
  /** What the review last held came to: judgements count from the day from which it could be held. */
  | {
      readonly kind: 'outcome';
      readonly review: string;
      readonly outcome: string;
      /** For a move: no other outcome that holds moves the pupil elsewhere. */
      readonly unopposed: boolean;
      readonly words: string;
    }
  | { readonly kind: 'not stated'; readonly what: string; readonly place: Place; readonly words: string }
  /** Only in examples: what the rows of a reason or leave come to, as `L`, `late` or `undetermined`. */
  | { readonly kind: 'comes to'; readonly name: string; readonly what: string; readonly words: string }
  /** Only in examples: what a finding says of a name. */
  | {
      readonly kind: 'found';
      readonly name: string;
      readonly value: FoundValue;
      readonly words: string;
    }
  /** Only in examples: a time, an amount or a date that an answer gives. */
  | { readonly kind: 'told'; readonly what: Told; readonly words: string };

export type Told =
  | { readonly kind: 'arrival'; readonly time: ClockTime; readonly half: 'AM' | 'PM'; readonly enters: Entered }
  | { readonly kind: 'may mark'; readonly name: string; readonly enters: Entered; readonly holds: boolean }
  | { readonly kind: 'fine'; readonly name: string; readonly pounds: Fraction }
  | { readonly kind: 'time'; readonly name: string; readonly time: ClockTime }
  | {
      readonly kind: 'due' | 'open';
      readonly name: string;
      readonly from: ClockTime | undefined;
      readonly until: ClockTime | undefined;
    }
  | { readonly kind: 'in force'; readonly holds: boolean };
