import type { Day } from '../../../register/day.ts';
import type { Measure, SessionSet, Window } from '../../resolve/policy.ts';
import type { Plan } from './plan.ts';
import type { Walk } from './walk.ts';
import { addDays } from '../../../register/day.ts';
import { current, previous, rollingStart } from '../calendar-tables.ts';
import { sessionsIn } from '../units.ts';
import type { CalendarTables } from '../calendar-tables.ts';
import { membersOf } from '../session-classes.ts';
import { fieldSum } from './walk.ts';

/** A measure taken from a walk: two whole numbers, so that nothing is allocated. A denominator of 0 is undetermined. */
export interface Reader {
  numerator(walk: Walk): number;
  denominator(walk: Walk): number;
}

/** The classes that a measure sums. Whole days and runs are read from the marks of slow weeks, not from sums. */
export function setsOf(measure: Measure): readonly SessionSet[] {
  switch (measure.kind) {
    case 'count':
      return measure.window.kind === 'in a row' || measure.unit === 'school days' ? [] : [measure.of];
    case 'rate':
      return [{ class: 'attended' }, { class: 'absent' }];
    case 'ratio':
      return [...setsOf(measure.top), ...setsOf(measure.bottom)];
    case 'highest':
      return setsOf(measure.of);
    default:
      return [];
  }
}

/** The first day of a measure's window as at a day, where it is one that a survey knows. */
export function windowStart(
  tables: CalendarTables,
  window: Window,
  asAt: Day,
): { readonly from: Day; readonly to: Day } | undefined {
  switch (window.kind) {
    case 'this': {
      const span = current(tables, window.unit, asAt);
      return span && { from: span.from, to: asAt };
    }
    case 'last':
      return previous(tables, window.unit, asAt);
    case 'rolling': {
      if (window.after !== undefined) return undefined;
      const from = rollingStart(tables, window.number, window.unit, asAt);
      return from === undefined ? undefined : { from, to: asAt };
    }
    case 'ever':
      return { from: tables.from, to: asAt };
    default:
      return undefined;
  }
}

/** Where windows begin or have ended: segments are split there. */
export function splitsOf(tables: CalendarTables, measure: Measure, asAt: Day): readonly Day[] {
  switch (measure.kind) {
    case 'count':
    case 'weeks':
    case 'rate': {
      const span = windowStart(tables, measure.window, asAt);
      return span ? [span.from, addDays(span.to, 1)] : [];
    }
    case 'ratio':
      return [...splitsOf(tables, measure.top, asAt), ...splitsOf(tables, measure.bottom, asAt)];
    case 'highest': {
      const span = windowStart(tables, measure.window, asAt);
      return span ? [span.from] : [];
    }
    default:
      return [];
  }
}

/** Undefined: the measure turns on more than marks and a calendar, and is asked of the evaluator instead. */
export function readerOf(plan: Plan, measure: Measure): Reader | undefined {
  switch (measure.kind) {
    case 'constant':
      return constant(measure.value.numerator, measure.value.denominator);
    case 'count':
      return countReader(plan, measure);
    case 'rate':
      return rateReader(plan, measure);
    case 'weeks':
      return weeksReader(plan, measure);
    case 'highest':
      return highestReader(plan, measure);
    default:
      return undefined;
  }
}

function constant(numerator: number, denominator: number): Reader {
  return { numerator: () => numerator, denominator: () => denominator };
}

function segmentsOf(plan: Plan, window: Window): { readonly from: number; readonly to: number } | undefined {
  const span = windowStart(plan.tables, window, plan.asAt);
  if (!span) return undefined;
  return { from: segmentAt(plan, span.from), to: segmentAt(plan, addDays(span.to, 1)) };
}

/** First segment that begins on or after a day. */
function segmentAt(plan: Plan, day: Day): number {
  const before = plan.tables.schoolDaysUpTo(addDays(day, -1));
  let segment = 0;
  while (segment < plan.starts.length - 1 && plan.starts[segment]! < before) segment++;
  return segment;
}

function fieldOf(plan: Plan, set: SessionSet) {
  const key = JSON.stringify(set);
  return plan.fields.find((field) => JSON.stringify(field.set) === key)!;
}

function countReader(plan: Plan, measure: Measure & { kind: 'count' }): Reader | undefined {
  if (measure.unit === 'school days' || measure.window.kind === 'in a row' || measure.withExpected) return undefined;
  const span = segmentsOf(plan, measure.window);
  if (!span) return undefined;
  const field = fieldOf(plan, measure.of);
  const per = sessionsIn(measure.unit);
  return { numerator: (walk) => fieldSum(walk, field, span.from, span.to), denominator: () => per };
}

/** Possible sessions are those attended and those missed. */
function rateReader(plan: Plan, measure: Measure & { kind: 'rate' }): Reader | undefined {
  const span = segmentsOf(plan, measure.window);
  if (!span) return undefined;
  const attended = fieldOf(plan, { class: 'attended' });
  const absent = fieldOf(plan, { class: 'absent' });
  const counted = measure.of === 'attendance' ? attended : absent;
  return {
    numerator: (walk) => fieldSum(walk, counted, span.from, span.to),
    denominator: (walk) => fieldSum(walk, attended, span.from, span.to) + fieldSum(walk, absent, span.from, span.to),
  };
}

/** By pair of bytes: 0 no mark, 1 none or some of the day's sessions in the class, 2 all of them. */
export function wholeDayTable(plan: Plan, set: SessionSet): Uint8Array {
  const members = membersOf(plan.codes, set);
  const table = new Uint8Array(65_536);
  for (let pair = 1; pair < 65_536; pair++) {
    const [morning, afternoon] = [pair & 255, pair >> 8];
    const outside = (byte: number): boolean => byte !== 0 && members[byte] === 0;
    table[pair] = outside(morning) || outside(afternoon) ? 1 : 2;
  }
  return table;
}

/** Weeks in which every, some, or some but not every school day is wholly in the class: only slow weeks can be. */
function weeksReader(plan: Plan, measure: Measure & { kind: 'weeks' }): Reader | undefined {
  const span = windowStart(plan.tables, measure.window, plan.asAt);
  if (
    !span ||
    measure.quantifier === 'any' ||
    measure.each === 'sessions' ||
    !('class' in measure.of) ||
    !absenceLike(measure.of.class)
  )
    return undefined;
  const whole = wholeDayTable(plan, measure.of);
  const first = plan.tables.schoolDaysUpTo(addDays(span.from, -1));
  const end = plan.tables.schoolDaysUpTo(span.to);
  const { quantifier } = measure;
  const numerator = (walk: Walk): number => {
    const { starts, weekStarts } = plan;
    let weeks = 0;
    for (let slow = 0; slow < walk.slow; slow++) {
      const week = walk.slowWeeks[slow]!;
      const from = Math.max(first, starts[weekStarts[week]!]!);
      const to = Math.min(end, starts[weekStarts[week + 1]!]!);
      let held = 0;
      let inside = 0;
      for (let day = from; day < to; day++) {
        const found = whole[walk.pairs[walk.from + day]!]!;
        if (found !== 0) held++;
        if (found === 2) inside++;
      }
      if (inside > 0 && (quantifier === 'some' || (quantifier === 'every' ? inside === held : inside < held))) weeks++;
    }
    return weeks;
  };
  return { numerator, denominator: () => 1 };
}

/** Classes that a week of present, punctual days has nothing of. */
function absenceLike(name: string): boolean {
  return name === 'absent' || name === 'authorised' || name === 'unauthorised' || name === 'late';
}

function highestReader(plan: Plan, measure: Measure & { kind: 'highest' }): Reader | undefined {
  const { of } = measure;
  const span = windowStart(plan.tables, measure.window, plan.asAt);
  if (!span || of.kind !== 'count' || !('class' in of.of) || !absenceLike(of.of.class)) return undefined;
  if (of.window.kind === 'in a row' && of.unit === 'school days' && !of.partDays)
    return longestRun(plan, of.of, span.from);
  const whole = of.window.kind === 'rolling' && of.window.after === undefined;
  if (whole && of.window.unit === 'school weeks' && of.unit === 'sessions') {
    return highestRolling(plan, of.of, of.window.number, span.from);
  }
  return undefined;
}

/** The longest unbroken run. A present week ends every run; a day without a mark ends it for the days after. */
function longestRun(plan: Plan, set: SessionSet, from: Day): Reader {
  const whole = wholeDayTable(plan, set);
  const first = plan.tables.schoolDaysUpTo(addDays(from, -1));
  const numerator = (walk: Walk): number => {
    const { starts, weekStarts } = plan;
    let longest = 0;
    let run = 0;
    let next = 0;
    for (let slow = 0; slow < walk.slow; slow++) {
      const week = walk.slowWeeks[slow]!;
      if (week !== next) run = 0;
      next = week + 1;
      const end = starts[weekStarts[week + 1]!]!;
      for (let day = starts[weekStarts[week]!]!; day < end; day++) {
        run = whole[walk.pairs[walk.from + day]!] === 2 ? run + 1 : 0;
        if (run > longest && day >= first) longest = run;
      }
    }
    return longest;
  };
  return { numerator, denominator: () => 1 };
}

/** A rolling count is at its highest at the end of a week that added to it. */
function highestRolling(plan: Plan, set: SessionSet, weeks: number, from: Day): Reader {
  const field = fieldOf(plan, set);
  const first = plan.tables.schoolDaysUpTo(addDays(from, -1));
  const numerator = (walk: Walk): number => {
    const { weekStarts, starts } = plan;
    let highest = 0;
    for (let slow = 0; slow < walk.slow; slow++) {
      const week = walk.slowWeeks[slow]!;
      const end = weekStarts[week + 1]!;
      if (starts[end]! <= first) continue;
      const count = fieldSum(walk, field, weekStarts[Math.max(0, week + 1 - weeks)]!, end);
      if (count > highest) highest = count;
    }
    return highest;
  };
  return { numerator, denominator: () => 1 };
}
