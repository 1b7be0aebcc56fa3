import type { Asked } from '../asked.ts';
import type { SchoolWords } from '../school-words.ts';
import { list, text } from '../../../cli/case-fields.ts';
import { classRewards, recipientsOf } from '../../../dsl/index.ts';
import { count, isOpen, letterIsDue, met, one } from '../asked.ts';
import { cmeReferral, followUpToday } from './normanton/absence.ts';
import {
  applies,
  leaveRequest,
  leaveTaken,
  penaltyAmountDue,
  penaltyLevel,
  penaltyNoticeAvailable,
  schoolAge,
} from './normanton/leave-and-notices.ts';
import { arrived, lateArrivalTasks, sessionMark } from './normanton/sessions.ts';
import { absenceStep, ladderAfterReview, summaryBand } from './normanton/steps.ts';

type Answer = Readonly<Record<string, unknown>>;

function weeklyClassRecognition({ vector, compiled, asAt }: Asked): Answer {
  const tallies = list(vector.events)
    .filter((event) => event['type'] === 'classWeek')
    .map((event) => ({
      class: text(event['class']),
      phase: text(event['phase']),
      possible: Number(event['possible']),
      attended: Number(event['attended']),
    }));
  const rewards = classRewards(compiled, tallies, 'school weeks', asAt);
  const best = one(rewards, 'best-class').classes;
  const phases = [...new Set(best.flatMap(({ phase }) => phase ?? []))];
  const inPhase = (phase: string): string | readonly string[] => {
    const names = best.filter((each) => each.phase === phase).map((each) => each.class);
    return names.length === 1 ? names[0]! : names;
  };
  const target = one(rewards, 'class-on-target');
  return {
    highestInPhase: Object.fromEntries(phases.map((phase) => [phase, inPhase(phase)])),
    metTarget: target.needs.length > 0 ? undefined : target.classes.map((each) => each.class),
  };
}

function earned(asked: Asked, id: string): Answer {
  const { state } = one(asked.finding().rewards, id);
  if (state === 'undetermined' || state === 'on track') return {};
  return { eligible: state === 'earned' };
}

/** The letters of the trust go to the same parents: the written warning stands for them. */
function letterRecipients({ vector, compiled, about, asAt }: Asked): Answer {
  const adults = list(vector.pupil['adults']).map((adult) => ({
    id: text(adult['who']),
    parentalResponsibility: adult['pr'] === true,
    dayToDayCare: adult['dayToDayCare'] === true,
    doNotSend: false,
  }));
  return {
    recipients: recipientsOf(compiled, { ...about, adults }, 'waterton.written-warning', asAt)?.adults ?? undefined,
  };
}

export const normantonCommon: SchoolWords['questions'] = {
  absenceStep,
  arrivalMark: arrived,
  attendanceDutyApplies: (asked) => ({ csaDutyApplies: schoolAge(asked)['compulsorySchoolAge'] }),
  belowTarget: (asked) => ({ belowTarget: met(asked, 'below-target') }),
  cmeReferral,
  compulsorySchoolAge: (asked) => ({ ...schoolAge(asked), summerBorn: met(asked, 'waterton.summer-born') }),
  enforce: (asked) => ({ enforce: met(asked, 'waterton.enforce-guard') }),
  followUpToday,
  formalise: (asked) => ({
    formaliseGuardMet: met(asked, 'waterton.formalise-guard'),
    explainConsequences: applies(asked, 'waterton.explain-the-consequences-clearly'),
    jointParentingContractMay: isOpen(asked, 'waterton.offer-parenting-contract-supervision-order'),
  }),
  full190Days: (asked) => ({
    daysAttended: count(asked, 'waterton.full-days'),
    full190: met(asked, 'waterton.full-days'),
  }),
  ladderAfterReview,
  lateArrivalTasks,
  letterRecipients,
  latenessWarningLetter: (asked) => ({
    uThisHalfTerm: count(asked, 'lateness-warning-level'),
    letterDue: letterIsDue(asked, 'lateness-warning'),
  }),
  leaveRequest,
  leaveTaken,
  parentReportInTime: (asked) => ({ inTime: one(asked.finding().duties, 'report-absence').inTime ?? undefined }),
  penaltyAmountDue,
  penaltyNoticeAvailable,
  penaltyNoticeThreshold: penaltyLevel,
  persistentLateness: (asked) => ({ persistentLateness: met(asked, 'persistent-lateness') }),
  // No date of review is printed, and nothing of taking a pupil off the roll but whom to tell.
  policyReview: () => ({}),
  offRoll: () => ({}),
  sessionMark,
  summaryBand,
  termly100: (asked) => earned(asked, 'full-term'),
  weeklyClassRecognition,
  yearly100: (asked) => earned(asked, 'full-year'),
};
