import type { Subject } from '../subject.ts';
import { inWords } from './in-words.ts';
import { penaltyAmount } from './penalty-amount.ts';
import { penaltySchools } from './penalty-schools.ts';
import { penaltyThreshold } from './penalty-threshold.ts';
import { persistentAbsence, severeAbsence } from './absence-share.ts';
import { registerOpen } from './register-open.ts';
import { schoolWeek } from './school-week.ts';

/** Subjects that read more of a policy than its words; every field that none of them names is read in words. */
const subjects: readonly Subject[] = [
  registerOpen,
  persistentAbsence,
  severeAbsence,
  penaltyAmount,
  penaltyThreshold,
  penaltySchools,
  schoolWeek,
];

const byField = new Map(subjects.flatMap((subject) => subject.fields.map((field) => [field, subject])));

/** The subject that reads a field of the rulebook. */
export function subjectOf(field: string): Subject {
  return byField.get(field) ?? inWords;
}
