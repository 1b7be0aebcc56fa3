import type { CodeTable } from '../../../register/attendance-code.ts';
import type { Day } from '../../../register/day.ts';
import type { SchoolCalendar } from '../../../register/school-calendar.ts';
import type { Bands, Condition, Ladder, Measure, Policy, SessionSet } from '../../resolve/policy.ts';
import type { ComparatorName } from '../../resolve/policy.ts';
import type { Three } from '../truth.ts';
import type { Plan } from './plan.ts';
import type { Reader } from './readers.ts';
import type { Walk } from './walk.ts';
import { calendarTables } from '../calendar-tables.ts';
import { both, either, NO, opposite, UNKNOWN, YES } from '../truth.ts';
import { holdsInOrder } from '../condition-comparison.ts';
import { makePlan } from './plan.ts';
import { readerOf, setsOf, splitsOf } from './readers.ts';
import { newWalk, walkMarks } from './walk.ts';

/**
 * What a policy says of a pupil's marks alone, asked of many pupils as at one day: built once from tables and closures,
 * one pass over each pupil's marks, nothing allocated on the way. What turns on the case log, on marks not taken or on
 * the past (latches) is asked of `evaluate`; where both answer they agree.
 */
export interface Survey {
  readonly measures: readonly string[];
  readonly ladders: readonly string[];
  readonly bands: readonly string[];
  readonly thresholds: readonly string[];
  /**
   * Surveys one pupil: pairs of bytes (a school day's morning and afternoon, little-endian) from an offset counted in
   * days. Answers are read from the fields below until the next call.
   */
  readonly take: (pairs: Uint16Array, from: number) => void;
  readonly numerators: Int32Array;
  readonly denominators: Int32Array;
  /** Index of the stage, −1 for none. */
  readonly stages: Int32Array;
  /** Index of the band, −1 where none or more than one reading. */
  readonly bandOf: Int32Array;
  /** 0 no, 1 yes, 2 undetermined. */
  readonly met: Int32Array;
}

/** Only what marks alone can answer is surveyed; the rest of the policy is left out of the lists. */
export function compileSurvey(policy: Policy, calendar: SchoolCalendar, codes: CodeTable, asAt: Day): Survey {
  const tables = calendarTables(calendar);
  const all = measuresIn(policy);
  const sets = distinctSets(all.flatMap(setsOf));
  const splits = all.flatMap((measure) => splitsOf(tables, measure, asAt));
  const plan = makePlan(calendar, codes, asAt, sets, splits);
  if (!plan) throw new RangeError('the policy counts more classes of session than one pass can hold');
  const walk = newWalk(plan);
  const measures = collect(policy.measures, (each) => readerOf(plan, each.measure));
  const ladders = collect(policy.ladders, (each) => ladderReader(plan, each));
  const bands = collect(policy.bands, (each) => bandReader(plan, each));
  const thresholds = collect(policy.thresholds, (each) => conditionReader(plan, policy, each.condition));
  const numerators = new Int32Array(measures.length);
  const denominators = new Int32Array(measures.length);
  const stages = new Int32Array(ladders.length);
  const bandOf = new Int32Array(bands.length);
  const met = new Int32Array(thresholds.length);
  const take = (pairs: Uint16Array, from: number): void => {
    walkMarks(walk, pairs, from);
    for (let index = 0; index < measures.length; index++) {
      numerators[index] = measures[index]!.read.numerator(walk);
      denominators[index] = measures[index]!.read.denominator(walk);
    }
    for (let index = 0; index < ladders.length; index++) stages[index] = ladders[index]!.read(walk);
    for (let index = 0; index < bands.length; index++) bandOf[index] = bands[index]!.read(walk);
    for (let index = 0; index < thresholds.length; index++) met[index] = thresholds[index]!.read(walk);
  };
  const names = (each: readonly { readonly name: string }[]): readonly string[] => each.map(({ name }) => name);
  return {
    measures: names(measures),
    ladders: names(ladders),
    bands: names(bands),
    thresholds: names(thresholds),
    take,
    numerators,
    denominators,
    stages,
    bandOf,
    met,
  };
}

function collect<From extends { readonly name: string }, Read>(
  from: readonly From[],
  reader: (each: From) => Read | undefined,
): readonly { readonly name: string; readonly read: Read }[] {
  return from.flatMap((each) => {
    const read = reader(each);
    return read === undefined ? [] : [{ name: each.name, read }];
  });
}

function measuresIn(policy: Policy): readonly Measure[] {
  const ladders = policy.ladders.flatMap((ladder) => (ladder.by.kind === 'measure' ? [ladder.by.measure] : []));
  const compared = policy.thresholds.flatMap((threshold) => measuresOf(threshold.condition));
  return [
    ...policy.measures.map((each) => each.measure),
    ...ladders,
    ...policy.bands.map((each) => each.measure),
    ...compared,
  ];
}

function measuresOf(condition: Condition): readonly Measure[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(measuresOf);
    case 'readings':
      return condition.readings.flatMap(measuresOf);
    case 'not':
      return measuresOf(condition.part);
    case 'compare':
      return [condition.measure, condition.to];
    default:
      return [];
  }
}

function distinctSets(sets: readonly SessionSet[]): readonly SessionSet[] {
  return [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
}

/** The last stage that is true today. A latched stage needs the past, so such a ladder is not surveyed. */
function ladderReader(plan: Plan, ladder: Ladder): ((walk: Walk) => number) | undefined {
  if (ladder.by.kind !== 'measure' || ladder.stages.some((stage) => stage.keptToEndOf !== undefined)) return undefined;
  const reader = readerOf(plan, ladder.by.measure);
  if (!reader) return undefined;
  const entries = ladder.stages.map(({ entry }) => (entry && 'value' in entry ? entry : undefined));
  const numerators = entries.map((entry) => entry?.value.numerator ?? 0);
  const denominators = entries.map((entry) => entry?.value.denominator ?? 1);
  const rises = entries.map((entry) => entry?.kind === 'from');
  return (walk) => {
    const numerator = reader.numerator(walk);
    const denominator = reader.denominator(walk);
    if (denominator === 0) return -1;
    let at = -1;
    for (let index = 0; index < numerators.length; index++) {
      const order = numerator * denominators[index]! - numerators[index]! * denominator;
      if (rises[index]! ? order >= 0 : order < 0) at = index;
    }
    return at;
  };
}

/** Bands told by a comparison alone: the first that holds. Printed ranges have two readings, and are asked of `evaluate`. */
function bandReader(plan: Plan, bands: Bands): ((walk: Walk) => number) | undefined {
  const reader = readerOf(plan, bands.measure);
  const ranges = bands.bands.flatMap(({ range }) => (range.kind === 'compared' ? [range] : []));
  if (!reader || ranges.length !== bands.bands.length) return undefined;
  const tests = ranges.map((range) => ({ holds: order(range.comparator), value: range.value }));
  return (walk) => {
    const numerator = reader.numerator(walk);
    const denominator = reader.denominator(walk);
    if (denominator === 0) return -1;
    for (let index = 0; index < tests.length; index++) {
      const { holds, value } = tests[index]!;
      if (holds(numerator * value.denominator - value.numerator * denominator)) return index;
    }
    return -1;
  };
}

function order(comparator: ComparatorName): (difference: number) => boolean {
  return (difference) => holdsInOrder(comparator, difference);
}

function conditionReader(plan: Plan, policy: Policy, condition: Condition): ((walk: Walk) => Three) | undefined {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => conditionReader(plan, policy, part));
      if (parts.some((part) => part === undefined)) return undefined;
      const join = condition.kind === 'all' ? both : either;
      return (walk) =>
        parts.reduce<Three>((value, part) => join(value, part!(walk)), condition.kind === 'all' ? YES : NO);
    }
    case 'not': {
      const part = conditionReader(plan, policy, condition.part);
      return part && ((walk) => opposite(part(walk)));
    }
    case 'named': {
      const named = policy.thresholds.find((each) => each.name === condition.name);
      return named && conditionReader(plan, policy, named.condition);
    }
    case 'compare': {
      const [left, right] = [readerOf(plan, condition.measure), readerOf(plan, condition.to)];
      return left && right && comparison(left, right, order(condition.comparator));
    }
    default:
      return undefined;
  }
}

function comparison(left: Reader, right: Reader, holds: (difference: number) => boolean): (walk: Walk) => Three {
  return (walk) => {
    const [below, other] = [left.denominator(walk), right.denominator(walk)];
    if (below === 0 || other === 0) return UNKNOWN;
    return holds(left.numerator(walk) * other - right.numerator(walk) * below) ? YES : NO;
  };
}
