import type { Claim, Question } from './subject.ts';
import type { StandingDeparture } from './standing.ts';
import { policyClause } from './clause.ts';

/**
 * The departure that is recorded from a breached provision: by the policy itself, or by the layer above whose clause it is
 * that breaches. One that has not begun counts for nothing; one that holds goes before one that has lapsed.
 */
export function departureFrom(
  { policy, layers, provision, regime: { day } }: Question,
  { place }: Claim,
): { readonly departure?: StandingDeparture } {
  const [found] = layers
    .filter((layer) => layer === policy || layer.id === place?.policy)
    .flatMap((layer) => layer.departures)
    .filter((each) => each.provision === provision.id && each.on <= day)
    .toSorted((a, b) => b.until - a.until);
  if (!found) return {};
  const { because, approvedBy, on, until } = found;
  return { departure: { because, approvedBy, on, until, lapsed: day > until, clause: policyClause(found.place) } };
}
