import { regimeOn } from '../../dsl/rulebook/regime.ts';
import { england } from '../../dsl/rulebook/england.generated.ts';
import { subjectOf } from '../../dsl/compliance/subjects/index.ts';
import { compareConditions } from '../../dsl/regions/compare-conditions.ts';
import { withLayers } from '../../dsl/resolve/layers.ts';
import type { Day } from '../../register/day.ts';
import { isoDay } from '../../register/day.ts';
import { readSchoolPolicies } from '../support/school-policies.ts';
import { timed } from './timing.ts';

// Run by region-bench.ts as a process of its own: what is timed first has never been asked before.

/** One clause of a policy beside what a provision does. */
export interface RegionTimes {
  readonly what: string;
  /** Milliseconds the first time it is asked, and at best later. */
  readonly first: number;
  readonly again: number;
}

/** Every test of the nine policies that is weighed over registers, on the policy’s first day and on a day of today’s law. */
function comparisons(): readonly RegionTimes[] {
  return [...readSchoolPolicies().policies.values()].flatMap((policy) => {
    const days: readonly Day[] = [policy.inForce.from ?? isoDay('2024-09-01'), isoDay('2026-11-22')];
    return days.flatMap((day) => {
      const regime = regimeOn(england, day);
      const { codes } = regime;
      return regime.provisions.flatMap((provision) => {
        const tests = subjectOf(provision.field).tests?.({ policy, layers: withLayers(policy), provision, regime });
        return (tests ?? []).map(({ place, own, required }): RegionTimes => {
          const compare = () =>
            compareConditions({ condition: own, policy, codes }, { condition: required, policy, codes }, { day });
          const first = timed(compare);
          const again = Math.min(...Array.from({ length: 5 }, () => timed(compare)));
          return { what: `${policy.id} ${place.id} beside ${provision.id}`, first, again };
        });
      });
    });
  });
}

console.log(JSON.stringify(comparisons()));
