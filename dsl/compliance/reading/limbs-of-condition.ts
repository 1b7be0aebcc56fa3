import type { Condition, Place, Policy, Rule } from '../../resolve/policy.ts';
import { inLayer } from './notice-before.ts';

/** A part of a condition that cannot be taken apart further, in the names of the layer that speaks. */
export interface Leaf {
  readonly policy: Policy;
  readonly condition: Condition;
  /** `not reason-given`: it is asked for not to hold. */
  readonly negated: boolean;
  /** The clause it stands in: that of a threshold it came through. */
  readonly place: Place;
}

/** All that must hold together for a condition to hold in one way; it may hold in several. */
export type Limb = readonly Leaf[];

/**
 * The ways in which a condition comes to hold, through the thresholds and groups it names. Every reading of a clause is a
 * way of its own. A condition with more ways than anybody writes is one leaf, so that nothing is claimed of it.
 */
export function limbsOf(policy: Policy, condition: Condition, place: Place): readonly Limb[] {
  return waysOf({ policy, place, followed: [] }, condition, false);
}

/** What must hold for a rule to stand, as limbs: its blocks, and its own conditions and exceptions. */
export function limbsOfRule(policy: Policy, rule: Rule): readonly Limb[] {
  const known = ofRules.get(rule);
  if (known) return known;
  const found = readRule(policy, rule);
  ofRules.set(rule, found);
  return found;
}

const ofRules = new WeakMap<Rule, readonly Limb[]>();

function readRule(policy: Policy, rule: Rule): readonly Limb[] {
  const under: Under = { policy, place: rule.place, followed: [] };
  return together([
    ...rule.blocks.map(({ condition }) => waysOf(under, condition, false)),
    ...rule.guards.map(({ kind, condition }) => waysOf(under, condition, kind === 'unless')),
  ]);
}

interface Under {
  readonly policy: Policy;
  readonly place: Place;
  /** Names followed on the way: one that comes again is not followed. */
  readonly followed: readonly string[];
}

function waysOf(under: Under, condition: Condition, negated: boolean): readonly Limb[] {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => waysOf(under, part, negated));
      return (condition.kind === 'all') !== negated ? together(parts) : parts.flat();
    }
    case 'readings':
      return condition.readings.flatMap((part) => waysOf(under, part, negated));
    case 'not':
    case 'unless':
      return waysOf(under, condition.part, !negated);
    case 'named':
    case 'met':
      return waysOfNamed(under, condition, negated);
    default:
      return [[leafOf(under, condition, negated)]];
  }
}

function waysOfNamed(
  under: Under,
  condition: Condition & { readonly name: string },
  negated: boolean,
): readonly Limb[] {
  const found = inLayer(under.policy, condition.name, ({ thresholds }) => thresholds);
  const key = found && `${found.policy.id}.${found.found.name}`;
  if (!found || !key || under.followed.includes(key)) return [[leafOf(under, condition, negated)]];
  const { policy, found: threshold } = found;
  const within = { policy, place: threshold.place, followed: [...under.followed, key] };
  return waysOf(within, threshold.condition, negated);
}

function leafOf({ policy, place }: Under, condition: Condition, negated: boolean): Leaf {
  return { policy, condition, negated, place };
}

const mostWays = 64;

/** Each way of one with each way of the others. */
function together(parts: readonly (readonly Limb[])[]): readonly Limb[] {
  return parts.reduce<readonly Limb[]>(
    (ways, part) =>
      ways.length * part.length > mostWays ? ways : ways.flatMap((way) => part.map((more) => [...way, ...more])),
    [[]],
  );
}
