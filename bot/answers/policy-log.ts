import { policyEvents } from '../../dsl/index.ts';
import type { PolicyEvent } from '../../dsl/index.ts';
import type { SchoolPolicy } from './services.ts';

const known = new WeakMap<SchoolPolicy, readonly PolicyEvent[]>();

/** What can be recorded under a school's policy, worked out once. */
export function eventsOf(policy: SchoolPolicy): readonly PolicyEvent[] {
  const found = known.get(policy) ?? policyEvents(policy.compiled);
  known.set(policy, found);
  return found;
}

export function eventOf(policy: SchoolPolicy, name: string, done: string | null): PolicyEvent | undefined {
  return eventsOf(policy).find((event) => event.name === name && event.done === done);
}
