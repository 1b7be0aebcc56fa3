import type { Condition, Measure, Period, Place, Policy, Rule, Stretch } from '../../resolve/policy.ts';
import type { Question } from '../subject.ts';
import { clauseHolds } from '../clause.ts';
import { inLayer } from './notice-before.ts';

/** A part of a condition that joins nothing and names no other threshold, in the layer whose names it speaks. */
export interface Leaf {
  readonly policy: Policy;
  readonly place: Place;
  readonly condition: Condition;
  /** One of several readings of its clause. */
  readonly reading: boolean;
}

/** All that must hold for a rule: its blocks and its guards. */
export function conditionsOf(rule: Rule): readonly Condition[] {
  return [...rule.blocks.map(({ condition }) => condition), ...rule.guards.map(({ condition }) => condition)];
}

/** What conditions come down to, named thresholds followed, each once. */
export function leavesOf(
  { regime }: Question,
  policy: Policy,
  place: Place,
  conditions: readonly Condition[],
): readonly Leaf[] {
  const followed = new Set<Condition>();
  const visit = (each: Condition, from: Omit<Leaf, 'condition'>): readonly Leaf[] => {
    switch (each.kind) {
      case 'all':
      case 'any':
        return each.parts.flatMap((part) => visit(part, from));
      case 'not':
      case 'unless':
        return visit(each.part, from);
      case 'readings':
        return each.readings.flatMap((part) => visit(part, { ...from, reading: true }));
      case 'named':
      case 'met': {
        const named = inLayer(from.policy, each.name, ({ thresholds }) => thresholds);
        if (!named || followed.has(named.found.condition) || !clauseHolds(named.found.place, regime.day)) return [];
        followed.add(named.found.condition);
        return visit(named.found.condition, { ...from, policy: named.policy, place: named.found.place });
      }
      default:
        return [{ ...from, condition: each }];
    }
  };
  return conditions.flatMap((each) => visit(each, { policy, place, reading: false }));
}

/** The period that a leaf turns on, be it that today lies in it, or that something is counted during it. */
export function periodOf(leaf: Leaf): { readonly policy: Policy; readonly found: Period } | undefined {
  const name = periodName(leaf.condition);
  return name === undefined ? undefined : inLayer(leaf.policy, name, ({ periods }) => periods);
}

function periodName(condition: Condition): string | undefined {
  if (condition.kind === 'in period') return condition.name;
  if (condition.kind === 'happened' && condition.window?.kind === 'during') return condition.window.period;
  return condition.kind === 'compare' ? measured(condition.measure) : undefined;
}

function measured(measure: Measure): string | undefined {
  if (measure.kind === 'highest') return measured(measure.of);
  return measure.kind === 'count' && measure.window.kind === 'during' ? measure.window.period : undefined;
}

/** The stretches of a period that run from an event: several are readings of it. */
export function lengthsOf({ stretches }: Period): readonly Length[] {
  return stretches.flatMap((stretch) => (stretch.kind === 'after' || stretch.kind === 'from' ? [stretch] : []));
}

type Length = Extract<Stretch, { readonly kind: 'after' | 'from' }>;
