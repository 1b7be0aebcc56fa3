import type { Day } from '../../register/day.ts';
import { inForce } from '../../register/attendance-code.ts';
import type { Condition, Measure, Policy } from '../resolve/policy.ts';
import { inItsLayer } from '../resolve/layers.ts';
import type { Side } from './comparison.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';

type Leaf = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' | 'unless' | 'readings' | 'named' | 'as set' }>;

/** A condition on one reading alone, with the tests that it names put in their place. */
export type Plain =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Plain[] }
  | { readonly kind: 'not'; readonly part: Plain }
  /** `layer`: the policy in whose names it speaks, and what they are called in the policy below. */
  | { readonly kind: 'leaf'; readonly condition: Leaf; readonly layer: Layer };

export interface Layer {
  readonly policy: Policy | undefined;
  readonly prefix: string;
}

/** Every reading of a condition as it stands on a day; one alone where the text leaves nothing open. */
export function variantsOf({ condition, policy }: Side, day: Day): readonly Plain[] {
  return variants(condition, { layer: { policy, prefix: '' }, root: policy, day, inside: [], known: new Map() });
}

interface Where {
  readonly layer: Layer;
  readonly root: Policy | undefined;
  readonly day: Day;
  /** The names being followed: one that turns on itself is not read. */
  readonly inside: readonly string[];
  /** The variants of names already followed: one that comes again is not read again. */
  readonly known: Map<string, readonly Plain[]>;
}

const mostReadings = 16;

function variants(condition: Condition, where: Where): readonly Plain[] {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const { kind } = condition;
      return combined(condition.parts.map((part) => variants(part, where))).map((parts) => ({ kind, parts }));
    }
    case 'not':
    case 'unless':
      return variants(condition.part, where).map((part) => ({ kind: 'not', part }));
    case 'readings':
      return atMost(condition.readings.flatMap((part) => variants(part, where)));
    case 'named':
      return ofNamed(condition, where);
    case 'as set': {
      const { measure, words } = condition;
      const version = condition.versions.find((each) => inForce(each, where.day));
      if (!version) throw new CannotBeCompared(`${condition.provision} is not in force on the day asked about`);
      const { comparator, value: to } = version;
      return variants({ kind: 'compare', measure, comparator, to, words }, where);
    }
    case 'compare': {
      const measures = measuresOf(condition.measure, where.day);
      const tos = measuresOf(condition.to, where.day);
      return atMost(
        measures.flatMap((measure) =>
          tos.map((to): Plain => ({ kind: 'leaf', layer: where.layer, condition: { ...condition, measure, to } })),
        ),
      );
    }
    default:
      return [{ kind: 'leaf', condition, layer: where.layer }];
  }
}

function ofNamed(condition: Condition & { readonly kind: 'named' }, where: Where): readonly Plain[] {
  const { policy } = where.layer;
  if (!policy) throw new CannotBeCompared(`“${condition.name}” is a name without its policy`);
  const at = inItsLayer(policy, condition.name);
  const key = `${at.policy.id}.${at.name}`;
  const known = where.known.get(key);
  if (known) return known;
  const found = at.policy.thresholds.find(({ name }) => name === at.name);
  if (!found || where.inside.includes(key)) throw new CannotBeCompared(`“${condition.words}” is not read`);
  if (found.place.inForce && !inForce(found.place.inForce, where.day))
    throw new CannotBeCompared(`“${found.title}” is not in force on the day asked about`);
  const prefix = at.policy.id === where.root?.id ? '' : `${at.policy.id}.`;
  const each = variants(found.condition, {
    ...where,
    layer: { policy: at.policy, prefix },
    inside: [...where.inside, key],
  });
  where.known.set(key, each);
  return each;
}

function measuresOf(measure: Measure, day: Day): readonly Measure[] {
  switch (measure.kind) {
    case 'readings':
      return measure.of.flatMap((each) => measuresOf(each, day));
    case 'dated':
      if (!inForce(measure.place.inForce!, day))
        throw new CannotBeCompared(`“${measure.title}” is not in force on the day asked about`);
      return measuresOf(measure.of, day);
    default:
      return [measure];
  }
}

/** One of each, in every way. */
function combined(each: readonly (readonly Plain[])[]): readonly (readonly Plain[])[] {
  let rows: readonly (readonly Plain[])[] = [[]];
  for (const choices of each) rows = atMost(rows.flatMap((row) => choices.map((choice) => [...row, choice])));
  return rows;
}

function atMost<Each>(found: readonly Each[]): readonly Each[] {
  if (found.length > mostReadings) throw new CannotBeCompared('it can be read in too many ways');
  return found;
}
