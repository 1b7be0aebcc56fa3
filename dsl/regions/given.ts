import { clausesOf } from '../resolve/clauses.ts';
import type { Condition, Event, Policy } from '../resolve/policy.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Literal } from './literal.ts';
import type { Layer, Plain } from './variants.ts';

type Leaf = Extract<Plain, { readonly kind: 'leaf' }>['condition'];
type NotCompared = Exclude<Leaf, { readonly kind: 'compare' | 'everyone' | 'not stated' }>;
type Without<Each> = Each extends unknown ? Omit<Each, 'holds'> : never;

/**
 * What people judged or logged, or what is known of a pupil, is true or not whatever the register holds: both sides are
 * asked of the same. What turns on the register in another way than by numbers is not read.
 */
export function givenIn(leaf: NotCompared, layer: Layer): Without<Exclude<Literal, { readonly kind: 'linear' }>> {
  const key = keyOf(leaf, layer);
  const { words } = leaf;
  switch (leaf.kind) {
    case 'judged':
      return {
        kind: 'given',
        given: {
          key,
          about: key,
          words,
          told: leaf.each ? undefined : { kind: 'judgement', name: fullName(layer, leaf.name) },
        },
      };
    case 'fact': {
      const kind = leaf.of === 'school' ? 'school fact' : 'fact';
      return { kind: 'given', given: { key, about: key, words, told: { kind, name: fullName(layer, leaf.name) } } };
    }
    case 'happened':
      return { kind: 'given', given: { key, about: keyOf(leaf.event, layer), words, told: undefined } };
    case 'family in':
    case 'in period':
    case 'service open':
    case 'complete':
    case 'reviewed':
    case 'outcome':
    case 'born':
      return { kind: 'given', given: { key, about: key, words, told: undefined } };
    case 'met':
    case 'at stage':
    case 'today':
    case 'arriving':
    case 'reason given':
      return { kind: 'unread', key, words };
    case 'comes to':
    case 'found':
    case 'told':
      throw new CannotBeCompared(`“${words}” is asked in examples alone`);
  }
}

const notMeaning: ReadonlySet<string> = new Set(['words', 'place', 'title', 'what']);
const names: ReadonlySet<string> = new Set(['name', 'ladder', 'period', 'review', 'service', 'paper']);

function keyOf(leaf: Condition | Event, layer: Layer): string {
  return JSON.stringify(leaf, (field, value: unknown) => {
    if (notMeaning.has(field)) return undefined;
    return typeof value === 'string' && names.has(field) ? fullName(layer, value) : value;
  });
}

/** A name of a layer above carries the layer's id, as the policy below says it; a free name stands for itself. */
function fullName({ policy, prefix }: Layer, name: string): string {
  return policy && prefix !== '' && declaredBy(policy).has(name) ? prefix + name : name;
}

const declared = new WeakMap<Policy, ReadonlySet<string>>();

function declaredBy(policy: Policy): ReadonlySet<string> {
  let known = declared.get(policy);
  if (!known) declared.set(policy, (known = new Set(clausesOf(policy).map(({ name }) => name))));
  return known;
}
