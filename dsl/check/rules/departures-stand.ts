import type { Day } from '../../../register/day.ts';
import type { Departure } from '../../resolve/policy.ts';
import type { CheckingRule, RuleInput } from '../rule.ts';
import { formatDay } from '../../../register/day.ts';
import { checkProvision } from '../../compliance/compliance.ts';
import { diagnostic } from '../../text/report.ts';

/**
 * departure-lapsed, nothing-to-depart-from: on the day the check is made for, a departure still holds; and the policy does
 * breach what it departs from, on that day or, where no day is asked about, on the first day on which both hold.
 */
export const departuresStand: CheckingRule = (input) =>
  input.policy.departures.flatMap((departure) => {
    const { provision, provisionSpan: span, until, place } = departure;
    const { source } = place;
    if (input.asAt !== undefined && input.asAt > until)
      return [diagnostic('departure-lapsed', source, span, [provision, formatDay(until)])];
    const why = nothing(input, departure);
    return why === undefined ? [] : [diagnostic('nothing-to-depart-from', source, span, [why])];
  });

function nothing({ policy, rulebook, asAt }: RuleInput, { provision, on, until }: Departure): string | undefined {
  if (asAt !== undefined && asAt < on) return undefined;
  const first = rulebook.provisions
    .filter(({ id, from, to }) => id === provision && (from ?? -Infinity) <= until && on <= (to ?? Infinity))
    .reduce((day, { from }) => Math.min(day, Math.max(from ?? on, on)), Infinity);
  if (first === Infinity) return `${provision} is not in force from ${formatDay(on)} to ${formatDay(until)}`;
  const day = (asAt ?? first) as Day;
  const row = checkProvision(policy, rulebook, day, provision);
  switch (row?.standing) {
    case 'meets':
      return `the policy meets ${provision} on ${formatDay(day)}`;
    case 'silent':
      return `the policy does not say what ${provision} asks about`;
    case 'not applicable':
      return `${provision} asks nothing of this policy`;
    default:
      return undefined;
  }
}
