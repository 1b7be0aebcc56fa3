import type { Day } from '../../register/day.ts';
import type { PupilCase } from '../compile/timeline.ts';
import type { Truth } from '../compile/needs.ts';
import { holdsOf } from '../regions/holds-of.ts';
import { withLayers } from '../resolve/layers.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { regimeOn } from '../rulebook/regime.ts';
import { ownWords, policyClause } from './clause.ts';
import type { PolicyClause, StandingWitness } from './standing.ts';
import { subjectOf } from './subjects/index.ts';

/** What one clause of a policy says of a pupil, and what a provision does. */
export interface Asked {
  readonly clause: PolicyClause;
  readonly policyText: string;
  /** Whether the clause counts the pupil in. */
  readonly byPolicy: Truth;
  readonly provision: string;
  readonly provisionText: string;
  /** Whether the provision does. */
  readonly byProvision: Truth;
}

/**
 * Asks a clause and a provision of a pupil, as at a day: once for each reading of the clause. None where the provision is not
 * in force that day, or the clause is none that is weighed against it by what registers show.
 */
export function askedOf(
  policy: Policy,
  rulebook: Rulebook,
  asks: StandingWitness['case']['asks'],
  about: PupilCase,
  day: Day,
): readonly Asked[] {
  const regime = regimeOn(rulebook, day);
  const provision = regime.provisions.find(({ id }) => id === asks.provision);
  if (!provision) return [];
  const tests = subjectOf(provision.field).tests?.({ policy, layers: withLayers(policy), provision, regime }) ?? [];
  return tests
    .filter(({ place }) => place.id === asks.clause)
    .map(({ place, own, required }) => {
      const [byPolicy, byProvision] = holdsOf(policy, [own, required], about, day);
      return {
        clause: policyClause(place),
        policyText: ownWords(place),
        byPolicy: byPolicy!,
        provision: provision.id,
        provisionText: provision.title,
        byProvision: byProvision!,
      };
    });
}
