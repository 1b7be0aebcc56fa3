import { weightOf } from '../../dsl/index.ts';
import type { Diagnostic, PolicyHead, Standing, StandingRow } from '../../dsl/index.ts';
import type { IncludedItem } from '../../letters/held-against.ts';
import type { Day } from '../../register/day.ts';

// What checking a file came to, as data that can be kept: a file is named where the values of a run hold the file itself.

export interface FileOutcome {
  readonly head: PolicyHead;
  /** What is said of this file, by place. */
  readonly diagnostics: readonly ToldDiagnostic[];
  /** Undefined where another file has its id. */
  readonly policy: PolicyOutcome | undefined;
}

export interface PolicyOutcome {
  readonly id: string;
  readonly title: string;
  /** Where its declaration stands: the place of what it nowhere says. */
  readonly declared: InFile;
  /** Its papers, and its layers', by their full names: what letter templates are held against. */
  readonly papers: readonly (readonly [string, { readonly includes: readonly IncludedItem[] }])[];
  /** Beside the law and guidance of days; null for a policy of another nation, undefined where nobody asked. */
  readonly standing: StandingOutcome | null | undefined;
}

export interface StandingOutcome {
  /** The day on which it was worked out, where what it says turns on that day. */
  readonly workedOut: Day | undefined;
  /** The first holds every provision in force; each later one what is other than on the day before it in this list. Of either, where not all is asked for, only what there is something to say of. */
  readonly judged: readonly JudgedDay<KeptRow>[];
}

/** A policy beside the law and guidance of a day. */
export interface JudgedDay<Row> {
  readonly day: Day;
  /** Why this day: it was asked for, it is the policy’s own first, the policy names none, it is today, or on it something changes. */
  readonly by: 'asked' | 'own' | 'undated' | 'today' | 'change';
  readonly rows: readonly Row[];
  /** What ended or changed, with the reason; only of a day of change. */
  readonly changes: readonly DayChange[];
  /** How many provisions in force on the day stand how, those that are not in `rows` included. */
  readonly counts: Readonly<Partial<Record<Standing, number>>>;
  /** The provisions in force on the day on which it is silent. */
  readonly silent: readonly string[];
  /** What a reader must know of the whole: a day outside the policy’s dates, a text that did not read. */
  readonly remarks: readonly string[];
}

/** What a provision’s standing came from and came to on a day; null where it is not in force. */
export interface DayChange {
  readonly provision: string;
  readonly was: Standing | null;
  readonly is: Standing | null;
  readonly because: string;
}

/** Whether there is something to say of a row: it weighs, or records a departure. The rest is only counted. */
export function isTold(row: Pick<StandingRow, 'standing' | 'level' | 'mustSay' | 'departure'>): boolean {
  return row.departure !== undefined || weightOf(row) !== 'information';
}

export type KeptRow = Omit<StandingRow, 'place'> & { readonly place: InFile | undefined };

export type ToldDiagnostic = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'span' | 'fixes'> & {
  readonly related: readonly (InFile & { readonly message: string })[];
};

export interface InFile {
  /** The file's name. */
  readonly file: string;
  readonly span: Diagnostic['span'];
}
