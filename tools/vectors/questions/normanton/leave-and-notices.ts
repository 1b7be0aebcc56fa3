import type { LeaveFinding } from '../../../../dsl/index.ts';
import type { Asked } from '../../asked.ts';
import { leaveFindings, paperMark } from '../../../../dsl/index.ts';
import { amountsDue } from '../../amounts-due.ts';
import { count, isBarred, isDue, isOpen, isOverdue, met, one, ruleNamed } from '../../asked.ts';
import { markWords } from '../../mark-words.ts';

type Answer = Readonly<Record<string, unknown>>;

/** True while it is to be done or was done, false where it does not apply, undefined where that cannot be told. */
export function applies(asked: Asked, id: string): boolean | undefined {
  ruleNamed(asked, id);
  const found = asked.finding().duties.find((each) => each.id === id);
  return found?.state === 'open question' ? undefined : found !== undefined;
}

export function schoolAge(asked: Asked): Answer {
  const period = one(asked.finding().periods, 'waterton.compulsory-school-age');
  const holds = period.holds === 'undetermined' ? undefined : period.holds === 'yes';
  return { compulsorySchoolAge: holds, statutorySchoolAge: holds, csaFrom: period.from ?? undefined };
}

export function penaltyNoticeAvailable(asked: Asked): Answer {
  const due = applies(asked, 'waterton.penalty-notice.issue-penalty-notice');
  const open = isOpen(asked, 'waterton.penalty-notice.issue-penalty-notice-2');
  return { penaltyNoticeAvailable: open || due, ...schoolAge(asked) };
}

export function penaltyAmountDue(asked: Asked): Answer {
  const court = isDue(asked, 'waterton.penalty-notice.bring-the-matter-before-the-magistrates');
  return { ...amountsDue(asked, 'waterton.penalty-notice'), magistratesCourt: court, prosecutionMay: court };
}

export function leaveRequest(asked: Asked): Answer {
  const leave = leaveFindings(asked.compiled, asked.about, asked.asAt).at(-1);
  const owed = asked.finding().duties;
  const decide = owed.find((each) => each.id === 'waterton.term-time-leave.decide-term-time-leave');
  const overdue = isOverdue(asked, 'waterton.term-time-leave.send-leave-decision');
  return {
    noticeDays: leave?.noticeDays ?? undefined,
    inTime: leave?.inTime ?? undefined,
    decisionLetterOverdue: overdue,
    decisionNoticeOverdue: overdue,
    approved: leave && approved(asked, leave),
    recognisedExceptionalCategory: met(asked, 'waterton.recognised-exceptional'),
    decidedBy: decide?.subject[0]?.title,
  };
}

/** As decided; before that, not where the policy bars it and nothing can lift the bar. */
function approved(asked: Asked, { id, granted }: LeaveFinding): boolean | undefined {
  if (granted !== null) return granted;
  if (id === 'waterton.flexi-schooling' && isBarred(asked, `${id}.grant-flexi-schooling`)) return false;
  return undefined;
}

export function leaveTaken(asked: Asked): Answer {
  const mark = paperMark(asked.compiled, asked.about, 'waterton.term-time-leave', asked.asAt);
  const { code, authorised } = markWords(mark, asked.asAt, 'AM');
  return { code, authorised, ...penaltyLevel(asked) };
}

export function penaltyLevel(asked: Asked): Answer {
  return { countInWindow: count(asked, 'waterton.penalty-level'), thresholdMet: met(asked, 'waterton.penalty-level') };
}
