import { problemLimit } from './import-problem.ts';
import type { ImportProblem, ProblemList } from './import-problem.ts';

/** What a file held and what became of it, before the store says what it changed. Plain data, ready for JSON. */
export interface ImportReport {
  /** `refused`: nothing of the file was taken; `problems` says why. */
  readonly kind: 'read' | 'refused';
  readonly profile: string;
  readonly counts: ImportCounts;
  /** In order of row, at most 1,000; of a refused file the reason first. */
  readonly problems: readonly ImportProblem[];
  /** Problems beyond those listed. */
  readonly unlisted: number;
}

export interface ImportCounts {
  /** Rows after the heading, blank lines left out. */
  readonly rows: number;
  readonly unreadableRows: number;
  readonly pupils: number;
  /** Marks taken, those not counted among them. */
  readonly marks: number;
  /** Sessions for which the file says that no register was taken. */
  readonly notTaken: number;
  /** Marks taken that count in nothing: the school was closed, or the pupil off roll. */
  readonly notCounted: number;
  readonly quarantined: number;
  /** Sessions (or pupils, in a file of adults) about which the file disagrees with itself. */
  readonly disagreements: number;
  readonly repeatedRows: number;
  /** Adults taken, from a file of adults. */
  readonly adults: number;
  /** Facts taken, from a file of groups: yes, no, or made unknown by a blank. */
  readonly facts: number;
  /** Entries taken, from a case log. */
  readonly entries: number;
}

export const noCounts: ImportCounts = {
  rows: 0,
  unreadableRows: 0,
  pupils: 0,
  marks: 0,
  notTaken: 0,
  notCounted: 0,
  quarantined: 0,
  disagreements: 0,
  repeatedRows: 0,
  adults: 0,
  facts: 0,
  entries: 0,
};

export function importReport(
  kind: ImportReport['kind'],
  profile: string,
  counts: ImportCounts,
  problems: ProblemList,
): ImportReport {
  const listed = problems.listed();
  // Of a refused file: first why, then what may help to see it; not what would have become of rows that were not taken.
  const shown =
    kind === 'read'
      ? listed
      : (['file', 'heading', 'unreadable'] as const).flatMap((each) =>
          listed.filter((problem) => problem.kind === each),
        );
  return { kind, profile, counts, problems: shown, unlisted: problems.unlisted() };
}

/** A report with what only the store could tell. */
export function withProblems(report: ImportReport, more: ProblemList): ImportReport {
  const room = problemLimit - report.problems.length;
  const listed = more.listed();
  return {
    ...report,
    problems: [...report.problems, ...listed.slice(0, room)],
    unlisted: report.unlisted + more.unlisted() + Math.max(0, listed.length - room),
  };
}
