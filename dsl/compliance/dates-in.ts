import type { Day } from '../../register/day.ts';
import type { Policy } from '../resolve/policy.ts';

/** A run of days that a policy names as the dates of a clause (by its id), of a departure, or of itself. */
export interface PolicyDates {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly clause?: string;
}

/**
 * Every run of days on which something of a policy holds, wherever in it that stands. Layers above are not looked into:
 * they have dates of their own.
 */
export function datesIn(policy: Policy): readonly PolicyDates[] {
  const found: PolicyDates[] = [policy.inForce];
  const seen = new Set<unknown>([policy.source, policy.under]);
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isDatedPlace(value)) found.push({ ...value.inForce, clause: value.id });
    for (const each of Object.values(value)) look(each);
  };
  look(policy);
  return [...found, ...policy.departures.map(({ on, until, place }) => ({ from: on, to: until, clause: place.id }))];
}

function isDatedPlace(value: object): value is { readonly id: string; readonly inForce: PolicyDates } {
  return 'id' in value && 'inForce' in value && 'span' in value && value.inForce !== undefined;
}
