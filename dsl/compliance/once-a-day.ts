import type { Policy } from '../resolve/policy.ts';
import type { Regime } from '../rulebook/regime.ts';
import type { Question } from './subject.ts';

/** What no provision asked about changes is worked out once for a policy on a day, however many of them ask for it. */
export function onceADay<Found extends object>(work: (question: Question) => Found): (question: Question) => Found {
  const known = new WeakMap<Regime, WeakMap<Policy, Found>>();
  return (question) => {
    const { policy, regime } = question;
    let onDay = known.get(regime);
    if (!onDay) known.set(regime, (onDay = new WeakMap()));
    let found = onDay.get(policy);
    if (!found) onDay.set(policy, (found = work(question)));
    return found;
  };
}
