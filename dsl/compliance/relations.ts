import type { Quantity, Relation, Value } from '../rulebook/rulebook.ts';
import { orderOf } from './unit-meaning.ts';

export type Comparison = 'meets' | 'breaches' | 'cannot be compared';

/**
 * Whether what a policy states stands in the relation a provision asks for. The direction is the provision's: minutes at
 * most, years at least, a threshold exactly. What is only held and shown, and what is given in words, is not compared.
 */
export function compare(relation: Relation, required: Value, stated: Value): Comparison {
  if (required.kind === 'any of') {
    const each = required.values.map((value) => compare(relation, value, stated));
    if (each.includes('meets')) return 'meets';
    return each.includes('cannot be compared') ? 'cannot be compared' : 'breaches';
  }
  switch (relation) {
    case 'at most':
    case 'at least':
      if (required.kind !== 'quantity' || stated.kind !== 'quantity') return 'cannot be compared';
      return relation === 'at most' ? atMost(stated, required) : atMost(required, stated);
    case 'between':
      if (required.kind !== 'range' || stated.kind !== 'quantity') return 'cannot be compared';
      return both(atMost(required.least, stated), atMost(stated, required.most));
    case 'exactly':
      return exactly(required, stated);
    case 'includes':
    case 'forbids':
    case 'one of':
      return memberships(relation, membersOf(required), membersOf(stated));
    case 'states':
      return 'cannot be compared';
  }
}

function atMost(less: Quantity, more: Quantity): Comparison {
  if (less.in || more.in) return atMostWithin(less, more);
  const order = orderOf(less, more);
  if (order === 'not comparable' || order === 'never shorter') return 'cannot be compared';
  return order === 'longer' || order === 'longer at times' ? 'breaches' : 'meets';
}

/** So many in a time: fewer or as many in a time as long or longer. A smaller number in a shorter time may come to either. */
function atMostWithin({ in: time, ...less }: Quantity, { in: longest, ...more }: Quantity): Comparison {
  const number = atMost(less, more);
  if (number !== 'meets' || !longest || !time) return longest || !time ? number : 'cannot be compared';
  const enough = atMost({ ...longest, kind: 'quantity' }, { ...time, kind: 'quantity' });
  return enough === 'breaches' && less.number < more.number ? 'cannot be compared' : enough;
}

function both(first: Comparison, second: Comparison): Comparison {
  if (first === 'breaches' || second === 'breaches') return 'breaches';
  return first === 'meets' ? second : first;
}

/** Lengths in units that do not measure the same are never exactly one another: 10 calendar weeks, 10 school weeks. */
function exactly(required: Value, stated: Value): Comparison {
  if (required.kind === 'words' || required.kind === 'field') return 'cannot be compared';
  return same(required, stated) ? 'meets' : 'breaches';
}

function same(required: Value, stated: Value): boolean {
  if (required.kind === 'quantity' && stated.kind === 'quantity')
    return orderOf(stated, required) === 'same' && (required.boundary ?? stated.boundary) === stated.boundary;
  if (required.kind === 'window' && stated.kind === 'window')
    return stated.runs === required.runs && sameLength(stated, required);
  if (required.kind === 'payment' && stated.kind === 'payment') {
    return (
      stated.steps.length === required.steps.length &&
      required.steps.every(({ amount, within }, index) => {
        const step = stated.steps[index]!;
        return orderOf(step.amount, amount) === 'same' && orderOf(step.within, within) === 'same';
      })
    );
  }
  if (required.kind === 'range' && stated.kind === 'range')
    return orderOf(stated.least, required.least) === 'same' && orderOf(stated.most, required.most) === 'same';
  if (required.kind === 'truth' && stated.kind === 'truth') return stated.holds === required.holds;
  const wanted = membersOf(required);
  const found = membersOf(stated);
  return wanted !== undefined && found !== undefined && wanted.size === found.size && wanted.isSubsetOf(found);
}

function sameLength(a: Omit<Quantity, 'kind'>, b: Omit<Quantity, 'kind'>): boolean {
  return orderOf({ ...a, kind: 'quantity' }, { ...b, kind: 'quantity' }) === 'same';
}

function membersOf(value: Value): ReadonlySet<string> | undefined {
  if (value.kind === 'codes') return new Set(value.codes);
  return value.kind === 'list' ? new Set(value.items.map(({ name }) => name)) : undefined;
}

function memberships(
  relation: 'includes' | 'forbids' | 'one of',
  required: ReadonlySet<string> | undefined,
  stated: ReadonlySet<string> | undefined,
): Comparison {
  if (!required || !stated) return 'cannot be compared';
  if (relation === 'includes') return required.isSubsetOf(stated) ? 'meets' : 'breaches';
  if (relation === 'forbids') return required.isDisjointFrom(stated) ? 'meets' : 'breaches';
  return stated.isSubsetOf(required) ? 'meets' : 'breaches';
}
