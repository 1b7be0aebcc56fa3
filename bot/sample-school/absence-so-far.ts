import type { Day } from '../../register/day.ts';
import type { SamplePupil } from './sample-school.ts';

const absences = 'CEGIMNORTU';
const notPossible = ['', 'X', 'Z', 'Y', 'Y2'];

/** Sessions up to the end of each school day: how many were possible, and how many missed. */
export interface SoFar {
  readonly possible: number;
  readonly missed: number;
}

export function absenceSoFar({ codes }: Pick<SamplePupil, 'codes'>): readonly SoFar[] {
  const days: SoFar[] = [];
  let [possible, missed] = [0, 0];
  for (const [index, code] of codes.entries()) {
    if (!notPossible.includes(code)) possible++;
    if (isAbsence(code)) missed++;
    if (index % 2 === 1) days.push({ possible, missed });
  }
  return days;
}

/** A run of school days on each of which something was missed, with its codes. */
export interface AbsenceRun {
  readonly from: Day;
  readonly to: Day;
  readonly codes: readonly string[];
}

export function absenceRuns({ codes }: Pick<SamplePupil, 'codes'>, schoolDays: readonly Day[]): readonly AbsenceRun[] {
  const runs: { from: Day; to: Day; codes: string[] }[] = [];
  let running = false;
  for (const [index, day] of schoolDays.entries()) {
    const missed = codes.slice(index * 2, index * 2 + 2).filter(isAbsence);
    if (missed.length > 0 && running) {
      const run = runs.at(-1)!;
      run.to = day;
      run.codes.push(...missed);
    } else if (missed.length > 0) runs.push({ from: day, to: day, codes: missed });
    running = missed.length > 0;
  }
  return runs;
}

function isAbsence(code: string): boolean {
  return code !== '' && absences.includes(code);
}
