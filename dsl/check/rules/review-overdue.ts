import type { CheckingRule } from '../rule.ts';
import { formatDay } from '../../../register/day.ts';
import { lastReviewDay } from '../../resolve/review-day.ts';
import { diagnostic } from '../../text/report.ts';

/** review-overdue: on the day the check is made for, the policy's own review is not past; a month is past when it is over. */
export const reviewOverdue: CheckingRule = ({ policy, asAt }) => {
  const { reviewDue } = policy;
  if (!reviewDue || asAt === undefined) return [];
  const last = lastReviewDay(reviewDue);
  return asAt > last ? [diagnostic('review-overdue', policy.source, reviewDue.span, [formatDay(last)])] : [];
};
