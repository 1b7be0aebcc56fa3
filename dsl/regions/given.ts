import type { Condition, Event } from '../resolve/policy.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Literal } from './literal.ts';
import { nameBelow } from './spoken-below.ts';
import type { Layer, Plain } from './variants.ts';

type Leaf = Extract<Plain, { readonly kind: 'leaf' }>['condition'];
type NotCompared = Exclude<Leaf, { readonly kind: 'compare' | 'everyone' | 'not stated' }>;
type Without<Each> = Each extends unknown ? Omit<Each, 'holds'> : never;

/**
 * What people judged or logged, or what is known of a pupil, is true or not whatever the register holds, and so is where a
 * pupil has come to stand: both sides are asked of the same. What turns on the marks of a day in another way than by numbers
 * is not read.
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
          told: leaf.each ? undefined : { kind: 'judgement', name: nameBelow(layer.policy, layer.prefix, leaf.name) },
        },
      };
    case 'fact': {
      const kind = leaf.of === 'school' ? 'school fact' : 'fact';
      return {
        kind: 'given',
        given: { key, about: key, words, told: { kind, name: nameBelow(layer.policy, layer.prefix, leaf.name) } },
      };
    }
    case 'happened':
      return { kind: 'given', given: { key, about: keyOf(leaf.event, layer), words, told: 'by being logged' } };
    case 'in period':
    case 'complete':
    case 'reviewed':
    case 'outcome':
      return { kind: 'given', given: { key, about: key, words, told: 'by being logged' } };
    case 'met':
    case 'at stage':
    case 'family in':
    case 'service open':
    case 'born':
      return { kind: 'given', given: { key, about: key, words, told: undefined } };
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
    return typeof value === 'string' && names.has(field) ? nameBelow(layer.policy, layer.prefix, value) : value;
  });
}
