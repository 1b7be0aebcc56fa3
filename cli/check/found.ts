import type { Severity } from '../../dsl/index.ts';
import type { Day } from '../../register/day.ts';
import type { ShownRow } from '../standing-row.ts';
import type { JudgedDay } from './outcome.ts';

/** One thing that a check has to say, in the shape that every format prints. */
export interface Found {
  /** What it is about: a policy’s text, a letter’s template, a policy beside the law, an entry of the baseline. */
  readonly kind: 'diagnostic' | 'template' | 'standing' | 'baseline';
  /** The diagnostic’s code, the provision’s id, `letter-template` or `baseline-unmatched`. */
  readonly rule: string;
  readonly weight: Severity;
  readonly message: string;
  /** The file that was asked about; of a standing the policy’s own, where the clause may be of a layer above. */
  readonly about: string;
  readonly at: FoundPlace;
  readonly related: readonly RelatedFound[];
  readonly fixes: readonly FoundFix[];
  /** The same from run to run while it is the same thing, wherever in its file it moves to. */
  readonly fingerprint: string;
  /** The baseline holds it: it fails nothing. */
  readonly known: boolean;
  /** Counted, and shown only where everything is: a provision on which the policy is silent and need not speak. */
  readonly quiet: boolean;
  /** Of a standing. */
  readonly row?: ShownRow;
  readonly policy?: string;
  readonly asAt?: Day;
  readonly by?: JudgedDay<unknown>['by'];
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is after the last character. */
export interface FoundPlace {
  readonly file: string;
  readonly start: LineColumn;
  readonly end: LineColumn;
}

interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export interface RelatedFound {
  readonly message: string;
  readonly at: FoundPlace;
}

export interface FoundFix {
  /** By which an editor and the command line call it, where it has one. */
  readonly id?: string;
  readonly title: string;
  /** What is put in the place of what; none where a person must do it. */
  readonly edits: readonly { readonly at: FoundPlace; readonly text: string }[];
}

/** What fails a check: this weight and whatever is graver; `never` fails nothing. */
export const failLevels = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

export function fails({ weight, known }: Pick<Found, 'weight' | 'known'>, level: FailLevel): boolean {
  return !known && level !== 'never' && failLevels.indexOf(weight) <= failLevels.indexOf(level);
}
