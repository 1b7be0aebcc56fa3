import type { CheckingRule } from '../rule.ts';
import { addDays, addMonths, formatDay } from '../../../register/day.ts';
import { diagnostic } from '../../text/report.ts';

/** review-overdue: on the day the check is made for, the policy's own review is not past; a month is past when it is over. */
export const reviewOverdue: CheckingRule = ({ policy, asAt }) => {
  const { reviewDue } = policy;
  if (!reviewDue || asAt === undefined) return [];
  const last = reviewDue.monthOnly ? addDays(addMonths(reviewDue.day, 1), -1) : reviewDue.day;
  return asAt > last ? [diagnostic('review-overdue', policy.source, reviewDue.span, [formatDay(last)])] : [];
};
