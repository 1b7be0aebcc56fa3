import { policyEvents } from '../../dsl/index.ts';
import type { PolicyEvent } from '../../dsl/index.ts';
import type { SchoolPolicy } from './services.ts';

const known = new WeakMap<SchoolPolicy, Recordable>();

interface Recordable {
  readonly all: readonly PolicyEvent[];
  readonly ofPupils: readonly PolicyEvent[];
  readonly ofSchools: readonly PolicyEvent[];
}

/** What can be recorded of a pupil under a school's policy, worked out once. */
export function eventsOf(policy: SchoolPolicy): readonly PolicyEvent[] {
  return recordable(policy).ofPupils;
}

/** What can be recorded of the school itself, alone or with the others under its policies. */
export function schoolEventsOf(policy: SchoolPolicy): readonly PolicyEvent[] {
  return recordable(policy).ofSchools;
}

export function eventOf(policy: SchoolPolicy, name: string, done: string | null): PolicyEvent | undefined {
  return recordable(policy).all.find((event) => event.name === name && event.done === done);
}

function recordable(policy: SchoolPolicy): Recordable {
  let found = known.get(policy);
  if (!found) {
    const all = policyEvents(policy.compiled);
    found = {
      all,
      ofPupils: all.filter(({ of }) => of.includes('pupil')),
      ofSchools: all.filter(({ of }) => of.some((each) => each !== 'pupil')),
    };
    known.set(policy, found);
  }
  return found;
}
