import type { CheckingRule } from '../rule.ts';
import { formatDay } from '../../../register/day.ts';
import { diagnostic } from '../../text/report.ts';

/** outside-its-dates: a clause that lapses before the policy does is not stated from then on, and the writer is told. */
export const outsideItsDates: CheckingRule = ({ policy }) => {
  const clauses = [
    ...policy.thresholds.map((each) => ({ what: `the ${each.kind} “${each.title}”`, place: each.place })),
    ...policy.rules.map((each) => ({ what: `“${each.words}”`, place: each.place })),
  ];
  return clauses.flatMap(({ what, place }) => {
    const to = place.inForce?.to;
    if (to === undefined || (policy.inForce.to !== undefined && to >= policy.inForce.to)) return [];
    return [diagnostic('outside-its-dates', place.source, place.span, [what, formatDay(to)])];
  });
};
