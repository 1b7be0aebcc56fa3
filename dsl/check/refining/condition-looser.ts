import type { ComparatorName, Condition, Measure, Policy } from '../../resolve/policy.ts';
import type { Verdict } from './comparison.ts';
import { compareFractions } from '../../../register/fraction.ts';
import { asStrict, looser, untold } from './comparison.ts';
import { meaningOf } from './same-meaning.ts';

/** A condition with the policy whose names it uses. */
export interface Said {
  readonly policy: Policy;
  readonly condition: Condition;
}

/**
 * Whether one condition holds whenever another does: the same, one of several of which any is enough, or the same measure
 * with a bar that is reached no later.
 */
export function conditionLooser(own: Said, above: Said): readonly Verdict[] {
  if (meaningOf(own.policy, own.condition) === meaningOf(above.policy, above.condition)) return asStrict;
  if (own.condition.kind === 'any') {
    const found = own.condition.parts.map((condition) => conditionLooser({ policy: own.policy, condition }, above));
    return found.find((each) => each.length === 0) ?? found[0]!;
  }
  if (above.condition.kind === 'all') {
    const found = above.condition.parts.map((condition) => conditionLooser(own, { policy: above.policy, condition }));
    return found.find((each) => each.length === 0) ?? found[0]!;
  }
  if (own.condition.kind === 'named') {
    const { name } = own.condition;
    const test = own.policy.thresholds.find((each) => each.name === name);
    if (test) return conditionLooser({ policy: own.policy, condition: test.condition }, above);
  }
  if (above.condition.kind === 'named') {
    const { name } = above.condition;
    const test = above.policy.thresholds.find((each) => each.name === name);
    if (test) return conditionLooser(own, { policy: above.policy, condition: test.condition });
  }
  if (own.condition.kind === 'compare' && above.condition.kind === 'compare') {
    return comparisonLooser(own.policy, own.condition, above.policy, above.condition);
  }
  return untold(`“${own.condition.words}” and “${above.condition.words}” cannot be laid side by side`);
}

type Comparison = Extract<Condition, { readonly kind: 'compare' }>;

function comparisonLooser(policy: Policy, own: Comparison, layer: Policy, above: Comparison): readonly Verdict[] {
  const [bar, barAbove] = [constantOf(own.to), constantOf(above.to)];
  const same = meaningOf(policy, own.measure) === meaningOf(layer, above.measure);
  const way = directions[own.comparator];
  if (
    !same ||
    !bar ||
    !barAbove ||
    bar.unit !== barAbove.unit ||
    way === 'both' ||
    way !== directions[above.comparator]
  ) {
    return untold(`“${own.words}” and “${above.words}” count different things`);
  }
  const order = compareFractions(bar.value, barAbove.value);
  const later = way === 'up' ? order > 0 : order < 0;
  const misses = order === 0 && !includesBar.has(own.comparator) && includesBar.has(above.comparator);
  return later || misses
    ? looser(
        `“${own.words}” is reached later than “${above.words}”`,
        `“${above.words}” is reached earlier than “${own.words}”`,
      )
    : asStrict;
}

function constantOf(measure: Measure): Extract<Measure, { readonly kind: 'constant' }> | undefined {
  return measure.kind === 'constant' ? measure : undefined;
}

const directions: Record<ComparatorName, 'up' | 'down' | 'both'> = {
  'at least': 'up',
  'more than': 'up',
  above: 'up',
  'at most': 'down',
  'fewer than': 'down',
  below: 'down',
  exactly: 'both',
};
const includesBar: ReadonlySet<ComparatorName> = new Set(['at least', 'at most']);
