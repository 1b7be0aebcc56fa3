import type { Subject } from '../subject.ts';
import { persistentAbsence, severeAbsence } from './absence/absence-share.ts';
import { firstContact } from './absence/first-contact.ts';
import { furtherContact } from './absence/further-contact.ts';
import { whoIsTold } from './absence/who-is-told.ts';
import { deletionAfterAbsence } from './admission/deletion-after-absence.ts';
import { emergencyContacts } from './admission/emergency-contacts.ts';
import { rollDeletion } from './admission/roll-deletion.ts';
import { contractName } from './improvement-and-court/contract-name.ts';
import { improvementMeasure } from './improvement-and-court/improvement-measure.ts';
import { improvementPeriod } from './improvement-and-court/improvement-period.ts';
import { prosecutor } from './improvement-and-court/prosecutor.ts';
import { supervisionOrder } from './improvement-and-court/supervision-order.ts';
import { inWords } from './in-words/in-words.ts';
import { leaveDecision } from './leave/leave-decision.ts';
import { leaveGrantedBy } from './leave/leave-granted-by.ts';
import { leaveGrounds } from './leave/leave-grounds.ts';
import { leaveRequest } from './leave/leave-request.ts';
import { medicalEvidence } from './leave/medical-evidence.ts';
import { partTimeCode } from './leave/part-time-code.ts';
import { excludedPupil } from './penalty-notices/excluded-pupil.ts';
import { penaltyAmount } from './penalty-notices/penalty-amount.ts';
import { penaltyClock } from './penalty-notices/penalty-clock.ts';
import { penaltyDecision } from './penalty-notices/penalty-decision.ts';
import { penaltyIssuer } from './penalty-notices/penalty-issuer.ts';
import { penaltyLimit } from './penalty-notices/penalty-limit.ts';
import { penaltyParties } from './penalty-notices/penalty-parties.ts';
import { penaltySchools } from './penalty-notices/penalty-schools.ts';
import { penaltyThreshold } from './penalty-notices/penalty-threshold.ts';
import { schoolWeek } from './penalty-notices/school-week.ts';
import { policyContent } from './policy-content/policy-content.ts';
import { arrivalCodes } from './registers/arrival-codes.ts';
import { codeExpired, codeResolved } from './registers/reason-not-established.ts';
import { registerCodes } from './registers/register-codes.ts';
import { registerKept } from './registers/register-kept.ts';
import { registerOpenEqual } from './registers/register-open-equal.ts';
import { registerOpen } from './registers/register-open.ts';
import { returnTimes } from './returns/return-times.ts';
import { returnsToAuthority } from './returns/returns-to-authority.ts';
import { compulsoryAge } from './year-and-day/compulsory-age.ts';
import { schoolHours } from './year-and-day/school-hours.ts';
import { schoolSessions } from './year-and-day/school-sessions.ts';
import { schoolYear } from './year-and-day/school-year.ts';

/**
 * Subjects that read more of a policy than its words, by the areas of the tables in test/standings: a folder each. Every
 * field that none of them names is read in words.
 */
const subjects: readonly Subject[] = [
  // registers
  registerOpen,
  registerOpenEqual,
  registerCodes,
  registerKept,
  arrivalCodes,
  codeResolved,
  codeExpired,
  // admission
  emergencyContacts,
  rollDeletion,
  deletionAfterAbsence,
  // returns
  returnsToAuthority,
  returnTimes,
  // leave
  leaveGrounds,
  leaveGrantedBy,
  leaveRequest,
  leaveDecision,
  partTimeCode,
  medicalEvidence,
  // policy-content
  policyContent,
  // absence
  persistentAbsence,
  severeAbsence,
  firstContact,
  furtherContact,
  whoIsTold,
  // year-and-day
  compulsoryAge,
  schoolYear,
  schoolSessions,
  schoolHours,
  // penalty-notices
  penaltyAmount,
  penaltyThreshold,
  penaltySchools,
  schoolWeek,
  excludedPupil,
  penaltyClock,
  penaltyDecision,
  penaltyIssuer,
  penaltyLimit,
  penaltyParties,
  // improvement-and-court
  contractName,
  improvementMeasure,
  improvementPeriod,
  prosecutor,
  supervisionOrder,
];

const byField = new Map(subjects.flatMap((subject) => subject.fields.map((field) => [field, subject])));

/** The subject that reads a field of the rulebook. */
export function subjectOf(field: string): Subject {
  return byField.get(field) ?? inWords;
}
