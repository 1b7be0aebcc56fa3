import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { Condition, Measure, Reward, UnitName } from '../resolve/policy.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Clause, Need, Quantity } from './finding.ts';
import type { Three } from '../compile/truth.ts';
import { compareFractions, fraction } from '../../register/fraction.ts';
import { lapsed } from '../compile/compile-measure.ts';
import { compared } from '../compile/condition-comparison.ts';
import { clauseOf } from '../compile/context.ts';
import { distinct } from '../compile/needs.ts';
import { both, either, NO, opposite, UNKNOWN, YES } from '../compile/truth.ts';
import { quantity } from './quantities.ts';

/** A class over one week, term or year: its pupils' sessions together. */
export interface ClassTally {
  readonly class: string;
  readonly phase: string;
  readonly possible: number;
  readonly attended: number;
}

/** A reward to classes: which have earned it. */
export interface ClassRewardFinding {
  readonly id: string;
  readonly title: string;
  readonly each: UnitName;
  /** To the best class in each phase, or overall; otherwise to all that reach what it asks. */
  readonly best: 'in each phase' | 'overall' | null;
  readonly classes: readonly { readonly class: string; readonly phase: string; readonly attendance: Quantity }[];
  /** What is missing before it can be told which classes earn it. */
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

/** The rewards that go to classes once each such period, given the classes' tallies of it. Classes that tie are all given. */
export function classRewards(
  compiled: CompiledPolicy,
  tallies: readonly ClassTally[],
  each: UnitName,
  asAt: Day,
): readonly ClassRewardFinding[] {
  return compiled.layers.flatMap((layer) =>
    layer.policy.rewards
      .filter((reward) => reward.each === each && reward.to.kind !== 'pupils')
      .map((reward) => rewardFinding(layer, reward, tallies, asAt)),
  );
}

function rewardFinding(
  layer: CompiledLayer,
  { name, title, each, to, place }: Reward,
  tallies: readonly ClassTally[],
  asAt: Day,
): ClassRewardFinding {
  const counted = tallies.filter((tally) => tally.possible > 0);
  const given =
    'measure' in to
      ? { classes: bestOf(to, counted, asAt, layer.prefix), needs: [] }
      : reaching(layer, to, counted, asAt);
  return {
    id: `${layer.prefix}${name}`,
    title,
    each,
    best: to.kind === 'best class' ? 'overall' : to.kind === 'best class in each phase' ? 'in each phase' : null,
    classes: given.classes.map((tally) => ({
      class: tally.class,
      phase: tally.phase,
      attendance: quantity(attendanceOf(tally), '%'),
    })),
    needs: given.needs,
    clause: clauseOf(place, layer.prefix),
  };
}

type Best = Extract<Reward['to'], { readonly measure: Measure }>;

function bestOf(
  { kind, measure }: Best,
  tallies: readonly ClassTally[],
  asAt: Day,
  prefix: string,
): readonly ClassTally[] {
  const value = (tally: ClassTally): Fraction => {
    const found = measured(measure, tally, asAt, prefix);
    return 'need' in found ? fraction(0) : found;
  };
  return tallies.filter((tally) => {
    const rivals = kind === 'best class' ? tallies : tallies.filter((each) => each.phase === tally.phase);
    return rivals.every((rival) => compareFractions(value(rival), value(tally)) <= 0);
  });
}

type Reaching = Extract<Reward['to'], { readonly condition: Condition }>;

function reaching(
  layer: CompiledLayer,
  { condition }: Reaching,
  tallies: readonly ClassTally[],
  asAt: Day,
): { readonly classes: readonly ClassTally[]; readonly needs: readonly Need[] } {
  const needs: Need[] = [];
  const holds = (each: Condition, tally: ClassTally): Three => {
    switch (each.kind) {
      case 'all':
        return each.parts.map((part) => holds(part, tally)).reduce(both, YES);
      case 'any':
        return each.parts.map((part) => holds(part, tally)).reduce(either, NO);
      case 'not':
        return opposite(holds(each.part, tally));
      case 'compare': {
        const left = measured(each.measure, tally, asAt, layer.prefix);
        const right = measured(each.to, tally, asAt, layer.prefix);
        if ('need' in left) needs.push(left.need);
        else if ('need' in right) needs.push(right.need);
        else {
          const order = compareFractions(left, right);
          return compared(each.comparator, order, order);
        }
        return UNKNOWN;
      }
      default:
        needs.push({ kind: 'data', what: `${each.words}, of a class` });
        return UNKNOWN;
    }
  };
  const classes = tallies.filter((tally) => holds(condition, tally) === YES);
  return { classes, needs: distinct(needs) };
}

/** Of a class its attendance and absence are known over the period that the reward is given for, and nothing else. */
function measured(measure: Measure, tally: ClassTally, asAt: Day, prefix: string): Fraction | { readonly need: Need } {
  switch (measure.kind) {
    case 'rate':
      if (measure.of === 'attendance') return attendanceOf(tally);
      return fraction(tally.possible - tally.attended, tally.possible);
    case 'constant':
      return measure.value;
    case 'dated': {
      const need = lapsed(measure, asAt, prefix);
      return need ? { need } : measured(measure.of, tally, asAt, prefix);
    }
    default:
      return { need: { kind: 'data', what: `${measure.words}, of a class` } };
  }
}

function attendanceOf({ attended, possible }: ClassTally): Fraction {
  return fraction(attended, possible);
}
