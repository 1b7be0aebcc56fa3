import type { Policy } from '../resolve/policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { PolicyReviewFinding } from './school-finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { clauseOf } from '../compile/context.ts';
import { actKey } from '../compile/timeline.ts';
import { lastReviewDay } from '../resolve/review-day.ts';

/**
 * How a policy's own review stands. It is met by a review logged (`policy reviewed`) in its month or later; where a day
 * is printed, by one since the policy came into force.
 */
export function policyReview(policy: Policy, prefix: string, timeline: Timeline): readonly PolicyReviewFinding[] {
  const { reviewDue } = policy;
  if (!reviewDue) return [];
  const { asAt } = timeline;
  const to = lastReviewDay(reviewDue);
  const counts = reviewDue.monthOnly ? reviewDue.day : (policy.inForce.from ?? reviewDue.day);
  const done = timeline.acts.get(actKey(`${prefix}policy`, 'reviewed'))?.find(({ day }) => day >= counts)?.day;
  const place = { ...policy.place, id: 'policy-review', cite: reviewDue.cite, span: reviewDue.span };
  return [
    {
      id: `${prefix}policy-review`,
      title: `review of ${policy.title}`,
      from: formatIsoDay(reviewDue.day),
      to: formatIsoDay(to),
      monthOnly: reviewDue.monthOnly,
      state: done !== undefined ? 'done' : asAt > to ? 'overdue' : asAt >= reviewDue.day ? 'due' : 'not yet due',
      done: done === undefined ? null : formatIsoDay(done),
      clause: clauseOf(place, prefix),
    },
  ];
}
