import type { SchoolWords } from '../school-words.ts';
import { absenceBands, attendancePercent, thresholdMet } from './ascension/absence.ts';
import { followUpDue, informLA, letterDue, weeklyContactDue } from './ascension/follow-up.ts';
import { leaveDecision } from './ascension/leave.ts';
import {
  ntiPrecondition52,
  ntiValid,
  pnAfterIssue,
  pnAmount,
  pnAvailable,
  pnBarred,
  pnGround,
  pnPrecondition,
  pnUnpaid,
} from './ascension/notices.ts';
import {
  amendmentComplete,
  emergencyContacts,
  policyReviewOverdue,
  registerSubmitted,
  reportChannel,
  retention,
} from './ascension/records.ts';
import { reward } from './ascension/rewards.ts';
import {
  arrivalCode,
  authorisation,
  classify,
  codeDeadline,
  codeOverdue,
  mayUseCode,
  medicalEvidence,
} from './ascension/sessions.ts';

export const ascensionQuestions: SchoolWords['questions'] = {
  absenceBands,
  amendmentComplete,
  arrivalCode,
  attendancePercent,
  authorisation,
  classify,
  codeDeadline,
  codeOverdue,
  emergencyContacts,
  followUpDue,
  informLA,
  leaveDecision,
  letterDue,
  mayUseCode,
  medicalEvidence,
  ntiPrecondition52,
  ntiValid,
  pnAfterIssue,
  pnAmount,
  pnAvailable,
  pnBarred,
  pnGround,
  pnPrecondition,
  pnUnpaid,
  policyReviewOverdue,
  registerSubmitted,
  reportChannel,
  retention,
  reward,
  thresholdMet,
  weeklyContactDue,
};
