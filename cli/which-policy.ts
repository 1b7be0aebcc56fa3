import type { Policy } from '../dsl/index.ts';
import { CommandFailure } from './context.ts';

/** The policy a school follows, and by what it was taken. */
export interface ChosenPolicy {
  readonly policy: Policy;
  readonly why: 'named' | 'same name' | 'the only one';
}

/**
 * The policy named; else the one whose name the school’s id begins with (`widnes-academy` follows `widnes`); else the
 * only one there is that a school follows: its own, or the statement of its cluster. Anything else is asked for, never guessed: throws CommandFailure 2.
 */
export function whichPolicy(policies: Iterable<Policy>, school: string, named: string | undefined): ChosenPolicy {
  const all = [...policies];
  if (named !== undefined) {
    const policy = all.find(({ id }) => id === named);
    if (policy) return { policy, why: 'named' };
    throw new CommandFailure(2, `no policy is called “${named}”. There are: ${idsOf(all)}.`);
  }
  const own = all.filter(({ level }) => level === 'policy' || level === 'cluster');
  const id = school.toLowerCase();
  const alike = own.filter((policy) => id === policy.id || id.startsWith(`${policy.id}-`));
  const [first, second] = alike.length > 0 ? alike : own;
  if (first && !second) return { policy: first, why: alike.length > 0 ? 'same name' : 'the only one' };
  throw new CommandFailure(2, `which policy does ${school} follow? Say --policy with one of: ${idsOf(own)}.`);
}

function idsOf(policies: readonly Policy[]): string {
  return policies.length === 0 ? 'none' : policies.map(({ id }) => id).join(', ');
}
