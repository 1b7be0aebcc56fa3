import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CompiledLayer, CompiledPolicy } from '../../../dsl/compile/compiled-policy.ts';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { Condition, Measure, Policy } from '../../../dsl/resolve/policy.ts';
import { timeline } from '../../../dsl/compile/timeline.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import type { Finding } from '../../../dsl/evaluate/finding.ts';
import type { Day } from '../../../register/day.ts';
import { formatIsoDay } from '../../../register/day.ts';
import { formatFraction, fraction } from '../../../register/fraction.ts';
import { asAtOf, caseOf, cases } from '../generate/pupil-case.ts';
import { subjectOf, subjects } from '../generate/subjects.ts';
import { PlainLadders } from '../plain/plain-ladders.ts';
import type { Plain } from '../plain/plain.ts';
import { daysIn, LeftAside, plainOf } from '../plain/plain.ts';
import { thresholdHolds } from '../plain/plain-conditions.ts';
import { measured } from '../plain/plain-measures.ts';
import type { Property } from './property.ts';

/**
 * The evaluator, asked as at a day, against a plain replay that tells each day in turn: what is measured, whether each
 * threshold is met and when it first and last was, and where the pupil stood on every ladder on every day.
 */
export const dayByDay: Property = {
  name: 'day-by-day',
  holds: 'evaluating day by day and at a day agree',
  prove: (tries) => {
    fc.assert(
      fc.property(subjects, cases, (subject, choice) => {
        const { compiled, recordable } = subjectOf(subject);
        const about = caseOf(choice, recordable);
        const asAt = asAtOf(choice);
        const plain = plainOf(compiled.policy, about, asAt);
        const ladders = new PlainLadders(plain);
        const [layer] = compiled.layers;
        const found = evaluate(compiled, about, asAt);
        for (const { name } of compiled.policy.thresholds) {
          orLeftAside(() => {
            assert.deepEqual(thresholdFound(found, name), thresholdPlain(plain, name), name);
          });
        }
        for (const ladder of compiled.policy.ladders) {
          orLeftAside(() => {
            assert.deepEqual(tracked(compiled, layer!, ladder.name, about, asAt), ladders.replay(ladder), ladder.name);
          });
        }
      }),
      tries,
    );
  },
};

function orLeftAside(compare: () => void): void {
  try {
    compare();
  } catch (error) {
    if (!(error instanceof LeftAside)) throw error;
  }
}

/** What the evaluator says: met, the count, first and last day. */
function thresholdFound(found: Finding, name: string): unknown {
  const { met, count, firstMet, lastMet } = found.thresholds.find(({ id }) => id === name)!;
  return { met: met === 'undetermined' ? 'unknown' : met, count: count?.value ?? null, firstMet, lastMet };
}

function thresholdPlain(plain: Plain, name: string): unknown {
  const days = daysIn({ from: plain.joined, to: plain.asAt }).filter(
    (day) => thresholdHolds(plain, name, day) === 'yes',
  );
  const iso = (day: Day | undefined): string | null => (day === undefined ? null : formatIsoDay(day));
  const measure = firstMeasure(plain.policy, plain.policy.thresholds.find((each) => each.name === name)!.condition);
  return {
    met: thresholdHolds(plain, name, plain.asAt),
    count: measure ? amountOf(plain, measure) : null,
    firstMet: iso(days[0]),
    lastMet: iso(days.at(-1)),
  };
}

function amountOf(plain: Plain, measure: Measure): string | null {
  const amount = measured(plain, measure, plain.asAt);
  if (amount === 'unknown') return null;
  const { numerator, denominator } = amount.least;
  return formatFraction(isShare(measure) ? fraction(numerator * 100, denominator) : amount.least);
}

/** Shares are told in per cent. */
function isShare(measure: Measure): boolean {
  if (measure.kind === 'highest' || measure.kind === 'dated') return isShare(measure.of);
  return (
    measure.kind === 'rate' || measure.kind === 'ratio' || (measure.kind === 'constant' && measure.unit === 'per cent')
  );
}

/** The first measure that a condition compares. */
function firstMeasure(policy: Policy, condition: Condition): Measure | undefined {
  const first = (parts: readonly Condition[]): Measure | undefined =>
    parts.map((part) => firstMeasure(policy, part)).find((each) => each !== undefined);
  switch (condition.kind) {
    case 'compare':
      return condition.measure;
    case 'all':
    case 'any':
      return first(condition.parts);
    case 'readings':
      return first(condition.readings);
    case 'not':
      return first([condition.part]);
    case 'named':
      return first(policy.thresholds.filter(({ name }) => name === condition.name).map((each) => each.condition));
    default:
      return undefined;
  }
}

/** Where the evaluator’s own replay has the pupil on each day; the last is what its finding says. */
function tracked(
  compiled: CompiledPolicy,
  layer: CompiledLayer,
  name: string,
  about: PupilCase,
  asAt: Day,
): readonly number[] {
  const days = timeline(about, asAt, compiled.classes);
  const ladder = layer.ladders.find((each) => each.name === name)!;
  return Array.from(ladder.track(days).at);
}
