import type { Subject } from '../subject.ts';
import { arrivalCodes } from './arrival-codes.ts';
import { deletionAfterAbsence } from './deletion-after-absence.ts';
import { emergencyContacts } from './emergency-contacts.ts';
import { leaveDecision } from './leave-decision.ts';
import { leaveGrantedBy } from './leave-granted-by.ts';
import { leaveGrounds } from './leave-grounds.ts';
import { leaveRequest } from './leave-request.ts';
import { medicalEvidence } from './medical-evidence.ts';
import { partTimeCode } from './part-time-code.ts';
import { codeExpired, codeResolved } from './reason-not-established.ts';
import { registerCodes } from './register-codes.ts';
import { registerKept } from './register-kept.ts';
import { registerOpenEqual } from './register-open-equal.ts';
import { returnTimes } from './return-times.ts';
import { returnsToAuthority } from './returns-to-authority.ts';
import { rollDeletion } from './roll-deletion.ts';
import { compulsoryAge } from './compulsory-age.ts';
import { firstContact } from './first-contact.ts';
import { furtherContact } from './further-contact.ts';
import { contractName } from './contract-name.ts';
import { excludedPupil } from './excluded-pupil.ts';
import { improvementMeasure } from './improvement-measure.ts';
import { improvementPeriod } from './improvement-period.ts';
import { penaltyClock } from './penalty-clock.ts';
import { penaltyDecision } from './penalty-decision.ts';
import { penaltyIssuer } from './penalty-issuer.ts';
import { penaltyLimit } from './penalty-limit.ts';
import { penaltyParties } from './penalty-parties.ts';
import { prosecutor } from './prosecutor.ts';
import { supervisionOrder } from './supervision-order.ts';
import { inWords } from './in-words.ts';
import { penaltyAmount } from './penalty-amount.ts';
import { penaltySchools } from './penalty-schools.ts';
import { penaltyThreshold } from './penalty-threshold.ts';
import { persistentAbsence, severeAbsence } from './absence-share.ts';
import { policyContent } from './policy-content.ts';
import { registerOpen } from './register-open.ts';
import { schoolHours } from './school-hours.ts';
import { schoolSessions } from './school-sessions.ts';
import { schoolWeek } from './school-week.ts';
import { schoolYear } from './school-year.ts';
import { whoIsTold } from './who-is-told.ts';

/** Subjects that read more of a policy than its words; every field that none of them names is read in words. */
const subjects: readonly Subject[] = [
  registerOpen,
  registerOpenEqual,
  registerCodes,
  registerKept,
  arrivalCodes,
  codeResolved,
  codeExpired,
  emergencyContacts,
  rollDeletion,
  deletionAfterAbsence,
  returnsToAuthority,
  returnTimes,
  leaveGrounds,
  leaveGrantedBy,
  leaveRequest,
  leaveDecision,
  partTimeCode,
  medicalEvidence,
  persistentAbsence,
  severeAbsence,
  penaltyAmount,
  penaltyThreshold,
  penaltySchools,
  schoolWeek,
  policyContent,
  firstContact,
  furtherContact,
  whoIsTold,
  compulsoryAge,
  schoolYear,
  schoolSessions,
  schoolHours,
  contractName,
  excludedPupil,
  improvementMeasure,
  improvementPeriod,
  penaltyClock,
  penaltyDecision,
  penaltyIssuer,
  penaltyLimit,
  penaltyParties,
  prosecutor,
  supervisionOrder,
];

const byField = new Map(subjects.flatMap((subject) => subject.fields.map((field) => [field, subject])));

/** The subject that reads a field of the rulebook. */
export function subjectOf(field: string): Subject {
  return byField.get(field) ?? inWords;
}
