/** Something wrong with a template, an edited draft or the facts of a letter: where, what, and what would be right. */
export interface LetterProblem {
  /** The template, the partial, or `the edited letter`. */
  readonly source: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A place in a text, counted in UTF-16 units from 0, as a problem. */
export function problemAt(source: string, text: string, offset: number, message: string): LetterProblem {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { source, line, column: offset - before.lastIndexOf('\n'), message };
}

/** `stage-1-letter.hbs:12:5: there is no field …`. */
export function printProblem(problem: LetterProblem): string {
  return `${problem.source}:${problem.line}:${problem.column}: ${problem.message}`;
}
