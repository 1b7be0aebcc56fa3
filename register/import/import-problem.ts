/**
 * One thing an import has to tell: where it stands, what was found, what was expected, and what was done about it.
 * - `file`: the file cannot be taken at all
 * - `heading`: a column that this profile does not know
 * - `unreadable`: a row of which nothing was taken
 * - `disagreement`: rows of one file that say different things of one session, one pupil or one adult; none was taken
 * - `repeated`: rows that say again what an earlier row said; taken once
 * - `not counted`: a mark on a day without sessions, or off roll; kept, and counted in nothing
 * - `unknown code`: a code that the table of its day does not know; set aside
 * - `not taken`: blank where the register already holds a mark; the mark stays
 */
export interface ImportProblem {
  readonly kind:
    'file' | 'heading' | 'unreadable' | 'disagreement' | 'repeated' | 'not counted' | 'unknown code' | 'not taken';
  /** As a spreadsheet counts them: the heading is row 1. Null: the whole file. */
  readonly row: number | null;
  /** The heading of the column, as the file writes it. Null: the whole row. */
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  /** What became of it, in words: `the row was not taken`. */
  readonly done: string;
  /** How many more of the same it stands for (a day on which the school was closed may hold a mark for everyone). */
  readonly more: number;
}

/** Problems up to a limit, and how many there were beyond it. */
export interface ProblemList {
  add(problem: Omit<ImportProblem, 'more'>): void;
  /** Adds, or counts with an earlier one of the same key. */
  addOnce(key: string, problem: Omit<ImportProblem, 'more'>): void;
  /** In order of row. */
  listed(): readonly ImportProblem[];
  unlisted(): number;
}

/** The most problems a report lists; the rest are counted. */
export const problemLimit = 1_000;

export function problemList(limit = problemLimit): ProblemList {
  const problems: (Omit<ImportProblem, 'more'> & { more: number })[] = [];
  const byKey = new Map<string, { more: number }>();
  let unlisted = 0;
  const add = (problem: Omit<ImportProblem, 'more'>): { more: number } | undefined => {
    if (problems.length === limit) {
      unlisted += 1;
      // Why the whole file is refused is always among those listed.
      if (problem.kind !== 'file') return undefined;
      problems.pop();
    }
    const entry = { ...problem, found: inShort(problem.found), more: 0 };
    problems.push(entry);
    return entry;
  };
  return {
    add,
    addOnce(key, problem) {
      const earlier = byKey.get(key);
      if (earlier) earlier.more += 1;
      else {
        const entry = add(problem);
        if (entry) byKey.set(key, entry);
      }
    },
    listed: () => problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    unlisted: () => unlisted,
  };
}

/** At most 60 characters of what a cell held, with control characters made visible. */
function inShort(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const shown = text.slice(0, 60).replaceAll(/[\u0000-\u001f\u007f\ufffd]/g, '\u{fffd}');
  return text.length > 60 ? `${shown}…` : shown;
}
