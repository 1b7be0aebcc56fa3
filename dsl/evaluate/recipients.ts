import type { Day } from '../../register/day.ts';
import type { CompiledPaper } from '../compile/compile-paper.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { AdultFlags, PupilCase, Timeline } from '../compile/timeline.ts';
import type { Policy, Role } from '../resolve/policy.ts';
import { withLayers } from '../resolve/layers.ts';
import type { Recipients, ThingName } from './finding.ts';
import { timeline } from '../compile/timeline.ts';
import { NO, UNKNOWN } from '../compile/truth.ts';
import { thingName } from './sentence-parts.ts';

/** Flags of adults as policies write them. */
const flagOf: Readonly<Record<string, (adult: AdultFlags) => boolean>> = {
  'parental-responsibility': (adult) => adult.parentalResponsibility,
  'day-to-day-care': (adult) => adult.dayToDayCare,
};

/** A parent in the Education Act's sense (1996, s. 576): parental responsibility, or care of the child. */
const everyParent: NonNullable<Role['adults']> = { join: 'any', flags: Object.keys(flagOf) };

/**
 * The adults that a role covers, in their order; without a role every parent. Those to whom nothing may be sent are left
 * out, and told.
 */
export function adultsCovered<Each extends AdultFlags>(
  adults: readonly Each[],
  role: NonNullable<Role['adults']> = everyParent,
): { readonly adults: readonly Each[]; readonly withheld: readonly Each[] } {
  const covered = adults.filter((adult) => {
    const held = role.flags.map((flag) => flagOf[flag]?.(adult) === true);
    return role.join === 'any' ? held.includes(true) : !held.includes(false);
  });
  return {
    adults: covered.filter(({ doNotSend }) => !doNotSend),
    withheld: covered.filter(({ doNotSend }) => doNotSend),
  };
}

/** A role of the policy itself, or of a layer above by `layer.name`. */
function roleNamed(policy: Policy, name: string): Role | undefined {
  const own = policy.roles.find((each) => each.name === name);
  if (own || !name.includes('.')) return own;
  const layer = withLayers(policy).find((each) => name.startsWith(`${each.id}.`));
  return layer?.roles.find((each) => `${layer.id}.${each.name}` === name);
}

/** To whom a paper about a pupil goes now; undefined where the policy and its layers have no paper of that name. */
export function recipientsOf(
  compiled: CompiledPolicy,
  about: PupilCase,
  name: string,
  asAt: Day,
): Recipients | undefined {
  for (const layer of compiled.layers) {
    const paper = layer.papers.find((each) => each.name === name);
    if (paper) return paperRecipients(paper, layer, timeline(about, asAt, compiled.classes));
  }
  return undefined;
}

/** Adults are worked out on the day; a role that is no adult of the pupil stands by its name, if what it turns on holds. */
export function paperRecipients(
  compiled: CompiledPaper,
  layer: CompiledLayer,
  days: Timeline,
  otherwise: readonly string[] = [],
): Recipients {
  const known = days.about.adults;
  const adults = new Set<string>();
  const withheld = new Set<string>();
  const roles: ThingName[] = [];
  const perhaps: ThingName[] = [];
  let toAdults = false;
  const add = (name: string, surely: boolean): void => {
    const role = roleNamed(layer.policy, name)?.adults;
    if (!surely) perhaps.push(thingName(layer, name));
    else if (!role && !/^(parents?|family)$/.test(name)) roles.push(thingName(layer, name));
    else {
      toAdults = true;
      const found = adultsCovered(known ?? [], role);
      for (const { id } of found.adults) adults.add(id);
      for (const { id } of found.withheld) withheld.add(id);
    }
  };
  const goesTo = compiled.details.filter(({ detail }) => detail.word === 'goes to');
  for (const { detail, guard } of goesTo) {
    const holds = guard?.holds(days, days.asAt);
    if (holds !== NO) detail.names.forEach((name) => add(name, holds !== UNKNOWN));
  }
  // A paper that says nothing of it goes to whom the sentence that sends it names.
  if (goesTo.length === 0) otherwise.forEach((name) => add(name, true));
  return { adults: toAdults && !known ? null : [...adults], withheld: withheld.size, roles, perhaps };
}
