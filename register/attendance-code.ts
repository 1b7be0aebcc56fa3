import type { Day } from './day.ts';

/** What a code counts as in the Department's statistics. `not collected` (Z, #) is outside the count altogether. */
export type StatisticalMeaning =
  | 'present'
  | 'approved educational activity'
  | 'authorised absence'
  | 'unauthorised absence'
  | 'not a possible attendance'
  | 'not collected';

/** One attendance code as it stood over a run of days: the same letter may have meant something else before. */
export interface AttendanceCode {
  readonly code: string;
  readonly title: string;
  readonly meaning: StatisticalMeaning;
  /** Late before the register closed: counts as present, and as late (SI 2024/208 reg. 10 Table 1, code L). */
  readonly late: boolean;
  /** Reveals health, religion, ethnicity or justice, or often implies special needs: shown only to those who may see it. */
  readonly sensitive: boolean;
  /** First and last day in force, both inclusive; open ends are undefined. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** Every code of every day the rulebook knows. Which of them holds is a question with a day in it. */
export interface CodeTable {
  readonly codes: readonly AttendanceCode[];
}

/** The code a letter stands for on a day, or undefined where the set of that day has no such letter. */
export function codeOn(table: CodeTable, letter: string, day: Day): AttendanceCode | undefined {
  return table.codes.find((entry) => entry.code === letter && inForce(entry, day));
}

export function inForce(entry: { readonly from: Day | undefined; readonly to: Day | undefined }, day: Day): boolean {
  return (entry.from === undefined || entry.from <= day) && (entry.to === undefined || day <= entry.to);
}

export function isPossible(meaning: StatisticalMeaning): boolean {
  return meaning !== 'not a possible attendance' && meaning !== 'not collected';
}

export function isAttended(meaning: StatisticalMeaning): boolean {
  return meaning === 'present' || meaning === 'approved educational activity';
}

export function isAbsent(meaning: StatisticalMeaning): boolean {
  return meaning === 'authorised absence' || meaning === 'unauthorised absence';
}
