import type { Diagnostic, PolicyHead, StandingRow } from '../../dsl/index.ts';
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
  /** Its papers, and its layers', by their full names: what letter templates are held against. */
  readonly papers: readonly (readonly [string, { readonly includes: readonly IncludedItem[] }])[];
  /** Beside the law and guidance of a day; null for a policy of another nation, undefined where nobody asked. */
  readonly standing: StandingOutcome | null | undefined;
}

export interface StandingOutcome {
  readonly day: Day;
  /** Neither the policy nor anybody who asked said which day: it is the day on which it was worked out. */
  readonly ofToday: boolean;
  readonly rows: readonly (Omit<StandingRow, 'place'> & { readonly place: InFile | undefined })[];
  readonly remarks: readonly string[];
}

export type ToldDiagnostic = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'span'> & {
  readonly related: readonly (InFile & { readonly message: string })[];
  /** Their titles. */
  readonly fixes: readonly string[];
};

interface InFile {
  /** The file's name. */
  readonly file: string;
  readonly span: Diagnostic['span'];
}
