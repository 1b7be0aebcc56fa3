import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { PaperKind } from './vocabulary.ts';

/** The syntax tree: a value made from one text alone. Names are as written; what they mean is the resolver's affair. */
export interface PolicyFile {
  readonly kind: 'file';
  readonly source: Source;
  readonly items: readonly Item[];
  /** Names that stand in statements that did not parse: nobody is told that they are not declared. */
  readonly doubtfulNames: ReadonlySet<string>;
  /** Statements that parse, and after which something on the same line does not: what they say is likely not all. */
  readonly cutShort: readonly Span[];
}

interface At {
  readonly span: Span;
}

export interface NameNode extends At {
  readonly name: string;
}

export interface TextNode extends At {
  readonly text: string;
}

/** What may end any statement: its source in the document, doubt, dates, and its tie to a parent's clause. */
export type Mark =
  | (At & { readonly kind: 'cite' | 'assumed' | 'unclear'; readonly text: string })
  | (At & { readonly kind: 'in force'; readonly from: Day | undefined; readonly to: Day | undefined })
  | (At & { readonly kind: 'refines' | 'replaces'; readonly name: NameNode });

export type Item =
  | Header
  | TestDeclaration
  | MeasureDeclaration
  | JudgementDeclaration
  | FactDeclaration
  | RoleDeclaration
  | ServiceDeclaration
  | PeriodDeclaration
  | LadderDeclaration
  | StageDeclaration
  | SchoolDayDeclaration
  | HalfDayDeclaration
  | ArrivingRow
  | TimeDeclaration
  | Block
  | SchoolBlock
  | Sentence
  | Paper
  | BandsDeclaration
  | BandDeclaration
  | RewardDeclaration
  | ContradictionDeclaration
  | AttentionItem
  | DepartureItem
  | NoteItem
  | ExampleItem
  | SupposeItem
  | ExpectItem
  | MarkedRow
  | ReviewDeclaration
  | OutcomeDeclaration
  | Move
  | Fine
  | Detail
  | Broken;

export type ItemKind = Item['kind'];

interface Statement extends At {
  readonly marks: readonly Mark[];
}

interface Declaration extends Statement {
  readonly name: NameNode;
  readonly title: TextNode | undefined;
}

export interface Header extends Declaration {
  readonly kind: 'header';
  readonly level: 'policy' | 'trust' | 'framework' | 'cluster';
  readonly body: readonly Item[];
}

export interface TestDeclaration extends Declaration {
  readonly kind: 'threshold' | 'group';
  readonly test: Test | undefined;
}

export interface MeasureDeclaration extends Declaration {
  readonly kind: 'measure';
  /** None: not stated. More than one: or perhaps. */
  readonly measures: readonly MeasureNode[];
}

export interface JudgementDeclaration extends Declaration {
  readonly kind: 'judgement';
  readonly by: Parties | undefined;
  readonly about: NameNode | undefined;
  /** `about public-place found`: each time that it happened is judged apart. */
  readonly aboutDone: string | undefined;
}

export interface FactDeclaration extends Declaration {
  readonly kind: 'fact';
  readonly of: NameNode;
}

export interface RoleDeclaration extends Declaration {
  readonly kind: 'role';
  readonly outside: boolean;
  readonly who: { readonly of: NameNode; readonly test: Test | undefined } | undefined;
  readonly named: boolean;
}

export interface ServiceDeclaration extends Declaration {
  readonly kind: 'service';
  readonly body: readonly Item[];
}

export interface PeriodDeclaration extends Declaration {
  readonly kind: 'period';
  /** None: not stated. More than one: or perhaps. */
  readonly stretches: readonly Stretch[];
}

export interface LadderDeclaration extends Declaration {
  readonly kind: 'ladder';
  readonly by:
    | { readonly kind: 'measure'; readonly measure: MeasureNode }
    | { readonly kind: 'steps' }
    | { readonly kind: 'groups' };
  readonly body: readonly Item[];
}

export interface StageDeclaration extends Declaration {
  readonly kind: 'stage';
  readonly entry:
    | { readonly kind: 'from'; readonly amount: Amount }
    | { readonly kind: 'below'; readonly amount: Amount }
    | { readonly kind: 'when'; readonly test: Test }
    | { readonly kind: 'for'; readonly test: Test }
    | undefined;
  readonly keptToEndOf: UnitName | undefined;
  readonly body: readonly Item[];
}

export interface SchoolDayDeclaration extends Statement {
  readonly kind: 'school day';
  readonly body: readonly Item[];
}

export interface HalfDayDeclaration extends Statement {
  readonly kind: 'half day';
  readonly half: 'AM' | 'PM';
  readonly from: ClockNode | undefined;
  readonly stated: boolean;
  readonly body: readonly Item[];
}

export type ClockNode =
  | (At & { readonly kind: 'clock'; readonly time: ClockTime })
  | (At & { readonly kind: 'named time'; readonly name: string });

/** `after t` is > t, `by t` ≤ t, `before t` < t, `from t` ≥ t; `until t` is by or perhaps before. */
export type TimeBound = At & { readonly kind: 'after' | 'by' | 'before' | 'from' | 'until'; readonly time: ClockNode };

export interface TimeRange extends At {
  readonly bounds: readonly TimeBound[];
}

/** What a row says is entered: a code, or only the class where the document prints no letter. */
export type Entered =
  | (At & { readonly kind: 'code'; readonly code: string })
  | (At & { readonly kind: 'class'; readonly class: 'present' | 'late' | 'authorised' | 'unauthorised' })
  | (At & { readonly kind: 'not stated' });

export interface ArrivingRow extends Statement {
  readonly kind: 'arriving row';
  readonly range: TimeRange;
  readonly enters: Entered;
}

export interface TimeDeclaration extends Declaration {
  readonly kind: 'time';
  readonly time: ClockTime | undefined;
}

export interface Block extends Statement {
  readonly kind: 'when' | 'while' | 'where';
  readonly test: Test;
  readonly body: readonly Item[];
}

/** `for each school { … }`, `for the schools together { … }`: what is asked of schools, and of no pupil. */
export interface SchoolBlock extends Statement {
  readonly kind: 'for schools';
  readonly of: 'each school' | 'the schools together';
  readonly body: readonly Item[];
}

export interface Paper extends Declaration {
  readonly kind: 'paper';
  readonly paper: PaperKind;
  readonly atMost: { readonly number: number; readonly each: NameNode } | undefined;
  readonly body: readonly Item[];
}

export interface BandsDeclaration extends Declaration {
  readonly kind: 'bands';
  readonly measure: MeasureNode;
  readonly body: readonly Item[];
}

export interface BandDeclaration extends Declaration {
  readonly kind: 'band';
  readonly range:
    | { readonly kind: 'between'; readonly low: Amount; readonly high: Amount }
    | { readonly kind: 'compared'; readonly comparator: ComparatorName | 'from'; readonly amount: Amount };
}

export interface RewardDeclaration extends Declaration {
  readonly kind: 'reward';
  readonly each: UnitName;
  readonly to:
    | { readonly kind: 'pupils' | 'classes'; readonly test: Test }
    | { readonly kind: 'best class in each phase' | 'best class'; readonly measure: MeasureNode };
}

export interface ContradictionDeclaration extends Statement {
  readonly kind: 'contradiction';
  readonly between: readonly NameNode[];
  readonly text: TextNode | undefined;
  readonly actsOn: NameNode | undefined;
}

/** `particular attention to A, B`: groups that the document names. */
export interface AttentionItem extends Statement {
  readonly kind: 'attention';
  readonly groups: readonly NameNode[];
}

/** `departs from REG-OPEN-30 because "…" approved by governors on D, until D`. What it must say and does not is told, and undefined. */
export interface DepartureItem extends Statement {
  readonly kind: 'departure';
  readonly provision: NameNode;
  readonly because: TextNode | undefined;
  /** A role, or words. */
  readonly by: NameNode | TextNode | undefined;
  readonly on: DayNode | undefined;
  /** The last day it holds. */
  readonly until: DayNode | undefined;
}

export interface DayNode extends At {
  readonly day: Day;
}

export interface NoteItem extends Statement {
  readonly kind: 'note';
  readonly text: TextNode;
}

export interface ExampleItem extends Statement {
  readonly kind: 'example';
  readonly title: TextNode;
  readonly body: readonly Item[];
}

export interface SupposeItem extends Statement {
  readonly kind: 'suppose';
  readonly what:
    | {
        readonly kind: 'marks';
        readonly code: string;
        readonly half: 'AM' | 'PM' | undefined;
        readonly from: Day;
        readonly to: Day;
      }
    | {
        readonly kind: 'act';
        readonly name: NameNode;
        readonly done: string;
        readonly on: Day;
        readonly time: ClockTime | undefined;
        /** `for mother`: the adult it concerns. */
        readonly adult: NameNode | undefined;
        /** `for 4 weeks`: how long is chosen. */
        readonly lasting: { readonly number: number; readonly unit: string } | undefined;
        readonly about: { readonly from: Day; readonly to: Day } | undefined;
        /** What of the paper was there: `with "dates of contact", "letters"`. */
        readonly items: readonly TextNode[];
      }
    | { readonly kind: 'judgement'; readonly name: NameNode; readonly holds: boolean; readonly on: Day | undefined }
    /** `family in 2 member-schools`. */
    | { readonly kind: 'family'; readonly number: number; readonly noun: NameNode }
    | { readonly kind: 'on roll'; readonly from: Day }
    | { readonly kind: 'school year' | 'term' | 'half term'; readonly from: Day; readonly to: Day }
    | { readonly kind: 'closed'; readonly from: Day; readonly to: Day; readonly why: 'closed' | 'bank holiday' }
    | { readonly kind: 'born'; readonly on: Day };
}

export interface ExpectItem extends Statement {
  readonly kind: 'expect';
  readonly test: Test | ToldTest;
  readonly on: Day | undefined;
  readonly at: ClockTime | undefined;
  /** Asked of one adult: `for mother`. */
  readonly adult: NameNode | undefined;
}

export interface MarkedRow extends Statement {
  readonly kind: 'marked';
  readonly enters: Entered;
  readonly test: Test | undefined;
  readonly word: 'marked' | 'may mark' | 'otherwise';
}

export interface ReviewDeclaration extends Declaration {
  readonly kind: 'review';
  readonly due: Stretch | 'as agreed' | undefined;
  readonly by: Parties | undefined;
  readonly again: boolean;
  readonly body: readonly Item[];
}

export interface OutcomeDeclaration extends Declaration {
  readonly kind: 'outcome';
  readonly test: Test | undefined;
  readonly body: readonly Item[];
}

export interface Move extends Statement {
  readonly kind: 'move';
  readonly move: 'to' | 'leaves' | 'stays';
  /** The ladder, where the move stands outside it: `moves stages to stage-2`. */
  readonly ladder: NameNode | undefined;
  readonly to: NameNode | undefined;
  readonly guard: Guard | undefined;
}

export interface Fine extends Statement {
  readonly kind: 'fine';
  readonly which: 'first' | 'second' | 'any';
  readonly amounts: readonly {
    readonly pounds: string;
    readonly within: Quantity;
    /** `of E`: E's day is not counted; `from E`: it is day 1. More than one: or perhaps. */
    readonly of: readonly { readonly kind: 'of' | 'from'; readonly event: EventNode }[];
    readonly span: Span;
  }[];
}

/** One keyword and its values. */
export interface Detail extends Statement {
  readonly kind: 'detail';
  readonly word: DetailWord;
  readonly texts: readonly TextNode[];
  readonly parties: Parties | undefined;
  readonly day: { readonly day: Day; readonly monthOnly: boolean } | undefined;
  readonly test: Test | undefined;
  readonly range:
    { readonly from: ClockTime; readonly until: ClockTime; readonly notBankHolidays: boolean } | undefined;
  readonly ages: { readonly low: number | undefined; readonly high: number | undefined } | undefined;
  /** `counted per parent, pupil incurred in a rolling 3 years`: which of the earlier ones count. More than one: or perhaps. */
  readonly lookBack: readonly { readonly done: string; readonly window: WindowNode; readonly span: Span }[];
  readonly guard: Guard | undefined;
}

export type DetailWord =
  | 'goes to'
  | 'issued by'
  | 'arranged by'
  | 'led by'
  | 'attended by'
  | 'includes'
  | 'needs'
  | 'also called'
  | 'counted per'
  | 'telephone'
  | 'open'
  | 'ages'
  | 'serves'
  | 'under'
  | 'document'
  | 'ratified'
  | 'review due'
  | 'school in'
  | 'school is'
  | 'actions apply if';

/** A statement that did not parse. What stood in its braces did, and is kept. */
export interface Broken extends Statement {
  readonly kind: 'broken';
  /** What it declares, where it begins with a head and a name: known to an outline, and to nothing else. */
  readonly declares:
    { readonly head: string; readonly name: NameNode; readonly title: TextNode | undefined } | undefined;
  readonly body: readonly Item[];
}

// ── sentences ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Parties extends At {
  /** `and` and commas mean all, `or` any one of them, `every` each separately. */
  readonly join: 'all' | 'any';
  readonly every: boolean;
  readonly names: readonly NameNode[];
}

export type StrengthWord =
  | 'will'
  | 'must'
  | 'should'
  | 'may'
  | 'consider'
  | 'will not'
  | 'must not'
  | 'should not'
  | 'may not'
  | 'cannot'
  | 'is unlikely to';

export interface Sentence extends Statement {
  readonly kind: 'sentence';
  readonly subject: Parties | undefined;
  readonly strength: StrengthWord;
  readonly strengthSpan: Span;
  readonly act:
    | { readonly kind: 'words'; readonly texts: readonly TextNode[] }
    | { readonly kind: 'verb'; readonly verb: string; readonly object: Parties; readonly span: Span };
  readonly timing: readonly Timing[];
  readonly guards: readonly Guard[];
  readonly inEveryCase: boolean;
}

export type Guard = At & { readonly kind: 'if' | 'unless'; readonly test: Test };

export type Timing = At &
  (
    | { readonly kind: 'party'; readonly word: 'to' | 'with' | 'by' | 'from' | 'for'; readonly parties: Parties }
    | { readonly kind: 'about'; readonly text: TextNode | undefined; readonly name: NameNode | undefined }
    | { readonly kind: 'by time' | 'before time' | 'after time' | 'at time'; readonly time: ClockNode }
    | { readonly kind: 'between times'; readonly from: ClockNode; readonly until: ClockNode }
    | { readonly kind: 'absence day'; readonly numbers: readonly number[] }
    | { readonly kind: 'same school day' | 'that morning' }
    | { readonly kind: 'on date'; readonly day: Day }
    | { readonly kind: 'within'; readonly quantity: Quantity; readonly of: EventNode | undefined }
    | { readonly kind: 'no later than'; readonly quantity: Quantity; readonly before: EventNode }
    | { readonly kind: 'after event'; readonly quantity: Quantity | undefined; readonly event: EventNode }
    | { readonly kind: 'before event'; readonly event: EventNode }
    | { readonly kind: 'once each' | 'each'; readonly unit: UnitName | undefined; readonly name: NameNode | undefined }
    | { readonly kind: 'at most'; readonly number: number; readonly each: NameNode }
  );

/** Something that happens: a name and what became of it, or a mark or an arrival. */
export interface EventNode extends At {
  readonly name: NameNode;
  readonly done: string | undefined;
}

// ── conditions and measures ────────────────────────────────────────────────────────────────────────────────────────

export type UnitName =
  | 'sessions'
  | 'days absent'
  | 'days attended'
  | 'school days'
  | 'working days'
  | 'calendar days'
  | 'school weeks'
  | 'calendar weeks'
  | 'half terms'
  | 'terms'
  | 'school years'
  | 'months'
  | 'years';

export type ComparatorName = 'at least' | 'at most' | 'more than' | 'fewer than' | 'below' | 'above' | 'exactly';

export type ClassName = 'absent' | 'attended' | 'present' | 'late' | 'authorised' | 'unauthorised' | 'possible';

/** A printed number, exact: `96.5` is 193/2. */
export interface Amount extends At {
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: UnitName | 'per cent' | undefined;
}

export interface Quantity extends At {
  readonly from: number | undefined;
  readonly number: number;
  readonly unit: UnitName;
}

export type WindowNode = At &
  (
    | { readonly kind: 'this' | 'last'; readonly unit: UnitName }
    | {
        readonly kind: 'rolling';
        readonly number: number;
        readonly unit: UnitName;
        /** `in a rolling 3 years after 19 August 2024`: nothing of that day or before it. */
        readonly after: Day | undefined;
      }
    | { readonly kind: 'during'; readonly name: NameNode }
    | { readonly kind: 'since'; readonly event: EventNode }
    | { readonly kind: 'in a row' }
  );

export type MeasureNode = At &
  (
    | {
        readonly kind: 'count';
        readonly class: ClassName | undefined;
        readonly unit: UnitName;
        readonly codes: readonly TextNode[];
        /** More than one: or perhaps. None: not written. */
        readonly windows: readonly WindowNode[];
        readonly withExpected: boolean;
        readonly inWhich: InWhich | undefined;
      }
    | { readonly kind: 'rate'; readonly of: 'attendance' | 'absence'; readonly windows: readonly WindowNode[] }
    | { readonly kind: 'named'; readonly name: NameNode }
    | { readonly kind: 'constant'; readonly amount: Amount }
    | { readonly kind: 'ratio'; readonly top: MeasureNode; readonly bottom: MeasureNode }
    | { readonly kind: 'highest'; readonly of: MeasureNode; readonly window: WindowNode | undefined }
  );

export interface InWhich extends At {
  readonly quantifier: 'every' | 'some' | 'some but not every';
  readonly unit: UnitName;
  readonly class: ClassName;
}

export type Test = At & {
  /** Brackets stand round it: it cannot be read another way. */
  readonly bracketed?: true;
} & (
    | { readonly kind: 'and' | 'or'; readonly parts: readonly Test[] }
    | { readonly kind: 'or perhaps'; readonly parts: readonly Test[] }
    | { readonly kind: 'not'; readonly part: Test }
    /** `at least 10 unauthorised sessions …`, `any session coded U …`, `no late sessions …`. */
    | {
        readonly kind: 'compare';
        readonly measure: MeasureNode;
        readonly comparator: ComparatorName;
        readonly to: MeasureNode;
      }
    /** `absence this school year as set in "PA-10"`: the number is the rulebook's. */
    | { readonly kind: 'as set'; readonly measure: MeasureNode; readonly provision: TextNode }
    /** `letter sent`, `leave not granted`, `at least 2 penalty-notices issued in a rolling 3 years`. */
    | {
        readonly kind: 'happened';
        readonly name: NameNode;
        readonly not: boolean;
        readonly done: string;
        readonly doneSpan: Span;
        readonly times: { readonly comparator: ComparatorName; readonly number: number } | undefined;
        /** `appointment given in advance`: before the first day that it is about. */
        readonly ahead?: true;
        /** `public-place found in school hours`. */
        readonly inSchoolHours?: true;
        readonly windows: readonly WindowNode[];
      }
    /** `stages is stage-2`, `engaged is not true` in examples, `pa is undetermined`. */
    | { readonly kind: 'is'; readonly name: NameNode; readonly not: boolean; readonly value: NameNode }
    | {
        readonly kind: 'in at least';
        readonly name: NameNode;
        readonly comparator: ComparatorName;
        readonly number: number;
        readonly noun: NameNode;
      }
    | { readonly kind: 'name'; readonly name: NameNode }
    | { readonly kind: 'today'; readonly class: ClassName }
    | { readonly kind: 'mark'; readonly codes: readonly TextNode[] }
    | { readonly kind: 'arriving'; readonly range: TimeRange }
    /** `born from 1 April to 31 August`. */
    | { readonly kind: 'born'; readonly from: DayOfYear; readonly to: DayOfYear }
  );

/** Only in examples: a time, an amount or a date that an answer gives. */
export type ToldTest = At & {
  readonly kind: 'told';
  readonly what:
    /** `arriving at 08:56 is late`. */
    | {
        readonly kind: 'arrival';
        readonly time: ClockTime;
        readonly half: 'AM' | 'PM';
        readonly enters: Entered;
      }
    /** `penalty-notice is £60`: what is owed that day. */
    | { readonly kind: 'fine'; readonly name: NameNode; readonly pounds: string }
    /** `illness may mark O`: what a row leaves to people. */
    | { readonly kind: 'may mark'; readonly name: NameNode; readonly enters: Entered; readonly holds: boolean }
    /** `closes is 09:30`. */
    | { readonly kind: 'time'; readonly name: NameNode; readonly time: ClockTime }
    /** `call-parents is due from 09:10 by 09:40`. */
    | {
        readonly kind: 'due' | 'open';
        readonly name: NameNode;
        readonly from: ClockTime | undefined;
        readonly until: ClockTime | undefined;
      }
    /** `in force`, `not in force`: the policy itself. */
    | { readonly kind: 'in force'; readonly holds: boolean };
};

/** What a period runs over. */
export type Stretch = At &
  (
    | { readonly kind: 'after'; readonly quantity: Quantity; readonly event: EventNode }
    | { readonly kind: 'from'; readonly quantity: Quantity; readonly event: EventNode }
    | { readonly kind: 'last of'; readonly quantity: Quantity; readonly name: NameNode }
    | { readonly kind: 'dates'; readonly from: Day; readonly to: Day }
    /** From the first of these days, or the first such unit to begin, after a birthday. */
    | {
        readonly kind: 'from birthday';
        readonly first: readonly DayOfYear[] | UnitName;
        /** A birthday on such a day counts itself. */
        readonly orOn: boolean;
        readonly birthday: number;
      }
  );

/** A day of every year: `31 March`. */
export interface DayOfYear {
  readonly month: number;
  readonly date: number;
}
