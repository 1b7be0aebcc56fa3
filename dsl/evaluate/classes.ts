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
  /** Null: not known. */
  readonly phase: string | null;
  readonly possible: number;
  readonly attended: number;
  /** Sessions for which the register was not taken: each may turn out either way. Left out: none. */
  readonly notTaken?: number;
}

/** A reward to classes: which have earned it. */
export interface ClassRewardFinding {
  readonly id: string;
  readonly title: string;
  readonly each: UnitName;
  /** To the best class in each phase, or overall; otherwise to all that reach what it asks. */
  readonly best: 'in each phase' | 'overall' | null;
  readonly classes: readonly { readonly class: string; readonly phase: string | null; readonly attendance: Quantity }[];
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
  const given = 'measure' in to ? best(layer, to, counted, asAt) : reaching(layer, to, counted, asAt);
  return {
    id: `${layer.prefix}${name}`,
    title,
    each,
    best: to.kind === 'best class' ? 'overall' : to.kind === 'best class in each phase' ? 'in each phase' : null,
    classes: given.classes.map((tally) => ({
      class: tally.class,
      phase: tally.phase,
      attendance: quantity(fraction(tally.attended, tally.possible), '%'),
    })),
    needs: given.needs,
    clause: clauseOf(place, layer.prefix),
  };
}

type Best = Extract<Reward['to'], { readonly measure: Measure }>;

interface Given {
  readonly classes: readonly ClassTally[];
  readonly needs: readonly Need[];
}

/**
 * The classes that surely are the best, ties among them. A class whose phase is not known may be a rival in any; one that
 * beats them all is the best of its phase, whichever that is.
 */
function best({ prefix }: CompiledLayer, { kind, measure }: Best, tallies: readonly ClassTally[], asAt: Day): Given {
  const values = tallies.map((tally) => ({ tally, value: measured(measure, tally, asAt, prefix) }));
  const lacking = values.flatMap(({ value }) => ('need' in value ? [value.need] : []));
  if (lacking.length > 0) return { classes: [], needs: distinct(lacking) };
  const known = values as readonly { readonly tally: ClassTally; readonly value: Bounds }[];
  const ofPhases = kind === 'best class in each phase';
  const classes: ClassTally[] = [];
  const unphased = new Set<string>();
  const unmarked = new Set<string>();
  for (const { tally, value } of known) {
    const rivals = known.filter(
      ({ tally: rival }) =>
        rival !== tally && (!ofPhases || tally.phase === null || rival.phase === null || rival.phase === tally.phase),
    );
    const sameRace = rivals.filter(
      ({ tally: rival }) => !ofPhases || (tally.phase !== null && rival.phase === tally.phase),
    );
    if (sameRace.some((rival) => compareFractions(rival.value.least, value.most) > 0)) continue;
    const open = rivals.filter((rival) => compareFractions(rival.value.most, value.least) > 0);
    if (open.length === 0) classes.push(tally);
    for (const { tally: rival } of open) {
      for (const each of [tally, rival]) {
        if (ofPhases && each.phase === null) unphased.add(each.class);
        if ((each.notTaken ?? 0) > 0) unmarked.add(each.class);
      }
    }
  }
  return {
    classes,
    needs: [
      ...lackingOf('the phase', unphased, ', as the school’s calendar lists the phases'),
      ...lackingOf('the marks not taken', unmarked),
    ],
  };
}

function lackingOf(what: string, classes: ReadonlySet<string>, where = ''): readonly Need[] {
  return classes.size === 0 ? [] : [{ kind: 'data', what: `${what} of ${[...classes].sort().join(', ')}${where}` }];
}

type Reaching = Extract<Reward['to'], { readonly condition: Condition }>;

function reaching(layer: CompiledLayer, { condition }: Reaching, tallies: readonly ClassTally[], asAt: Day): Given {
  const needs: Need[] = [];
  const unmarked = new Set<string>();
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
          return compared(
            each.comparator,
            compareFractions(left.least, right.most),
            compareFractions(left.most, right.least),
          );
        }
        return UNKNOWN;
      }
      default:
        needs.push({ kind: 'data', what: `${each.words}, of a class` });
        return UNKNOWN;
    }
  };
  const classes = tallies.filter((tally) => {
    const held = holds(condition, tally);
    if (held === UNKNOWN && (tally.notTaken ?? 0) > 0) unmarked.add(tally.class);
    return held === YES;
  });
  return { classes, needs: [...distinct(needs), ...lackingOf('the marks not taken', unmarked)] };
}

interface Bounds {
  readonly least: Fraction;
  readonly most: Fraction;
}

/** Of a class its attendance and absence are known over the period that the reward is given for, and nothing else. */
function measured(measure: Measure, tally: ClassTally, asAt: Day, prefix: string): Bounds | { readonly need: Need } {
  switch (measure.kind) {
    case 'rate': {
      const { attended, possible, notTaken = 0 } = tally;
      const all = possible + notTaken;
      const counted = measure.of === 'attendance' ? attended : possible - attended;
      return { least: fraction(counted, all), most: fraction(counted + notTaken, all) };
    }
    case 'constant':
      return { least: measure.value, most: measure.value };
    case 'dated': {
      const need = lapsed(measure, asAt, prefix);
      return need ? { need } : measured(measure.of, tally, asAt, prefix);
    }
    default:
      return { need: { kind: 'data', what: `${measure.words}, of a class` } };
  }
}
