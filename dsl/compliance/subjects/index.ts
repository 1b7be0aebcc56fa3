import type { Subject } from '../subject.ts';
import { penaltyAmount } from './penalty-amount.ts';
import { penaltyThreshold } from './penalty-threshold.ts';
import { persistentAbsence, severeAbsence } from './absence-share.ts';
import { registerOpen } from './register-open.ts';
import { schoolWeek } from './school-week.ts';

const subjects: readonly Subject[] = [
  registerOpen,
  persistentAbsence,
  severeAbsence,
  penaltyAmount,
  penaltyThreshold,
  schoolWeek,
];

/** The subject that reads a field of the rulebook; a field that none reads is a fault of ours, and throws. */
export function subjectOf(field: string): Subject {
  const found = subjects.find((subject) => subject.fields.includes(field));
  if (!found) throw new Error(`no subject of compliance reads the field ${field}`);
  return found;
}
