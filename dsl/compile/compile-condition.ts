import type { Day } from '../../register/day.ts';
import type { ClassName, ComparatorName } from '../syntax/tree.ts';
import type { Condition, SessionSet } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { formatIsoDay } from '../../register/day.ts';
import { compareFractions } from '../../register/fraction.ts';
import { codeOfByte, NOT_TAKEN } from '../../register/pupil-register.ts';
import { clauseOf, fullName } from './context.ts';
import { compileMeasure } from './compile-measure.ts';
import { compileWindow } from './compile-window.ts';
import { eventDays } from './events.ts';
import { belongs } from './session-classes.ts';
import { actKey } from './timeline.ts';
import { both, either, NO, opposite, three, UNKNOWN, YES } from './truth.ts';

/** A condition as a function of a day, and what it needs where it cannot be told. */
export interface CompiledCondition {
  readonly words: string;
  readonly holds: (timeline: Timeline, day: Day) => Three;
  /** Only what would settle it: nothing where one part decides already. */
  readonly needs: (timeline: Timeline, day: Day) => readonly Need[];
  /** Whether an act, an arrival or a mark that it turns on happened on the day itself: a `when` fires at each. */
  readonly pulses: (timeline: Timeline, day: Day) => boolean;
  /** The comparisons of measures in it, for what is counted and how far it is from being met. */
  readonly compares: readonly Comparison[];
}

export interface Comparison {
  readonly measure: CompiledMeasure;
  readonly comparator: ComparatorName;
  readonly to: CompiledMeasure;
}

const nothing = (): readonly Need[] => [];
const never = (): boolean => false;

export function compileCondition(context: CompileContext, condition: Condition): CompiledCondition {
  const { words } = condition;
  const plain = { words, needs: nothing, pulses: never, compares: [] };
  switch (condition.kind) {
    case 'all':
    case 'any':
      return junction(
        words,
        condition.kind,
        condition.parts.map((part) => compileCondition(context, part)),
      );
    case 'not': {
      const part = compileCondition(context, condition.part);
      return { ...part, words, holds: (timeline, day) => opposite(part.holds(timeline, day)), pulses: never };
    }
    case 'readings':
      return readings(
        words,
        condition.what,
        condition.readings.map((each) => compileCondition(context, each)),
      );
    case 'compare':
      return comparison(context, condition, words);
    case 'judged':
      return judged(fullName(context, condition.name), condition, words);
    case 'fact':
      return fact(fullName(context, condition.name), condition, words);
    case 'happened':
      return happened(context, condition, words);
    case 'named': {
      const name = fullName(context, condition.name);
      return { ...plain, ...deferred(() => context.named(name)), words };
    }
    case 'met':
      return met(context, condition, words);
    case 'at stage': {
      const ladder = fullName(context, condition.ladder);
      return {
        ...plain,
        holds: (timeline, day) => context.atStage(ladder, condition.stage)?.(timeline, day) ?? UNKNOWN,
      };
    }
    case 'in period':
      return inPeriod(context, fullName(context, condition.name), words);
    case 'today':
      return { ...plain, ...today(condition.of), words };
    case 'arriving':
      return { ...plain, holds: () => NO };
    case 'reason given':
      return { ...plain, ...reasonGiven(), words };
    case 'everyone':
      return { ...plain, holds: () => YES };
    case 'not stated': {
      const need: Need = {
        kind: 'not stated',
        what: condition.what,
        clause: clauseOf(condition.place, context.prefix),
      };
      return { ...plain, holds: () => UNKNOWN, needs: () => [need] };
    }
    case 'found':
      return { ...plain, holds: () => UNKNOWN };
  }
}

/** Of another declaration: looked up when first asked, so that order in the file does not matter. */
function deferred(find: () => CompiledCondition | undefined): CompiledCondition {
  return {
    words: '',
    holds: (timeline, day) => find()?.holds(timeline, day) ?? UNKNOWN,
    needs: (timeline, day) => find()?.needs(timeline, day) ?? [],
    pulses: (timeline, day) => find()?.pulses(timeline, day) ?? false,
    get compares() {
      return find()?.compares ?? [];
    },
  };
}

function junction(words: string, kind: 'all' | 'any', parts: readonly CompiledCondition[]): CompiledCondition {
  const join = kind === 'all' ? both : either;
  const settled = kind === 'all' ? NO : YES;
  const holds = (timeline: Timeline, day: Day): Three => {
    let value: Three = kind === 'all' ? YES : NO;
    for (const part of parts) {
      value = join(value, part.holds(timeline, day));
      if (value === settled) return value;
    }
    return value;
  };
  return {
    words,
    holds,
    needs: (timeline, day) =>
      holds(timeline, day) === UNKNOWN ? distinct(parts.flatMap((part) => open(part, timeline, day))) : [],
    pulses: (timeline, day) => parts.some((part) => part.pulses(timeline, day)),
    get compares() {
      return parts.flatMap((part) => part.compares);
    },
  };
}

function open(part: CompiledCondition, timeline: Timeline, day: Day): readonly Need[] {
  return part.holds(timeline, day) === UNKNOWN ? part.needs(timeline, day) : [];
}

export function distinct(needs: readonly Need[]): readonly Need[] {
  const seen = new Set<string>();
  return needs.filter((need) => {
    const key = JSON.stringify(need);
    return !seen.has(key) && seen.add(key);
  });
}

/** Readings of one clause: where all agree that is the answer, and where they differ it is undetermined. */
function readings(words: string, what: string, each: readonly CompiledCondition[]): CompiledCondition {
  const holds = (timeline: Timeline, day: Day): Three => {
    const first = each[0]!.holds(timeline, day);
    return each.every((reading) => reading.holds(timeline, day) === first) ? first : UNKNOWN;
  };
  return {
    words,
    holds,
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const needs = each.flatMap((reading) => open(reading, timeline, day));
      if (needs.length > 0) return distinct(needs);
      return [
        {
          kind: 'reading',
          what,
          readings: each.map((reading) => `${reading.words}: ${reading.holds(timeline, day) === YES ? 'yes' : 'no'}`),
        },
      ];
    },
    pulses: (timeline, day) => each.some((reading) => reading.pulses(timeline, day)),
    get compares() {
      return each.flatMap((reading) => reading.compares);
    },
  };
}

function comparison(
  context: CompileContext,
  condition: Condition & { kind: 'compare' },
  words: string,
): CompiledCondition {
  const measure = compileMeasure(context, condition.measure);
  const to = compileMeasure(context, condition.to);
  const { comparator } = condition;
  const holds = (timeline: Timeline, day: Day): Three => {
    const left = measure.on(timeline, day);
    if ('need' in left) return UNKNOWN;
    const right = to.on(timeline, day);
    if ('need' in right) return UNKNOWN;
    const low = compareFractions(left.least, right.most);
    const high = compareFractions(left.most, right.least);
    return compared(comparator, low, high);
  };
  return {
    words: readingWords(words, measure),
    holds,
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const found = [measure.on(timeline, day), to.on(timeline, day)].flatMap((each) =>
        'need' in each ? [each.need] : [],
      );
      return found.length > 0 ? found : [missingMarks(timeline, day)];
    },
    pulses: never,
    compares: [{ measure, comparator, to }],
  };
}

/** One reading in words: the windows of the others left out, its own put in. */
function readingWords(words: string, measure: CompiledMeasure): string {
  const several = / or perhaps /.test(words);
  return several && measure.window ? `${words.replace(/ in a rolling .*$/, '')} ${measure.window.words}` : words;
}

/** A comparison of an interval: sure where both its ends agree. */
function compared(comparator: ComparatorName, low: number, high: number): Three {
  const test = (order: number): boolean => {
    switch (comparator) {
      case 'at least':
        return order >= 0;
      case 'at most':
        return order <= 0;
      case 'more than':
      case 'above':
        return order > 0;
      case 'fewer than':
      case 'below':
        return order < 0;
      case 'exactly':
        return order === 0;
    }
  };
  if (comparator === 'exactly' && low < 0 && high > 0) return UNKNOWN;
  const [first, second] = [test(low), test(high)];
  return first === second ? three(first) : UNKNOWN;
}

export function missingMarks(timeline: Timeline, day: Day): Need {
  const { sessions } = timeline.about.register;
  const found: { date: string; session: 'AM' | 'PM' }[] = [];
  const upTo = timeline.tables.schoolDaysUpTo(day);
  for (let index = 0; index < upTo; index++) {
    if (timeline.notTaken[index + 1] === timeline.notTaken[index]) continue;
    const date = formatIsoDay(timeline.calendar.schoolDays[index]!);
    if (sessions[index * 2] === NOT_TAKEN) found.push({ date, session: 'AM' });
    if (sessions[index * 2 + 1] === NOT_TAKEN) found.push({ date, session: 'PM' });
  }
  return { kind: 'mark', sessions: found };
}

/** A judgement stands until judged again; not judged yet is unknown. */
function judged(name: string, condition: Condition & { kind: 'judged' }, words: string): CompiledCondition {
  const latest = (timeline: Timeline, day: Day) => timeline.judgements.get(name)?.findLast((each) => each.day <= day);
  return {
    words,
    compares: [],
    pulses: (timeline, day) => latest(timeline, day)?.day === day,
    holds: (timeline, day) => {
      const found = latest(timeline, day);
      return found ? three(found.holds) : UNKNOWN;
    },
    needs: (timeline, day) =>
      latest(timeline, day) ? [] : [{ kind: 'judgement', what: condition.title, name, by: condition.by ?? null }],
  };
}

/** Not given: unknown. Facts come with the pupil's data or the school's settings. */
function fact(name: string, condition: Condition & { kind: 'fact' }, words: string): CompiledCondition {
  const short = name.slice(name.lastIndexOf('.') + 1);
  const value = (timeline: Timeline): boolean | undefined => {
    const facts = condition.of === 'school' ? timeline.about.schoolFacts : timeline.about.pupilFacts;
    return facts[name] ?? facts[short];
  };
  const holds = (timeline: Timeline): Three => {
    const found = value(timeline);
    return found === undefined ? UNKNOWN : three(found);
  };
  return {
    words,
    compares: [],
    pulses: never,
    holds,
    needs: (timeline) => (value(timeline) === undefined ? [{ kind: 'data', what: condition.title }] : []),
  };
}

/** Acts not logged did not happen. */
function happened(
  context: CompileContext,
  condition: Condition & { kind: 'happened' },
  words: string,
): CompiledCondition {
  const window = condition.window && compileWindow(context, condition.window);
  const { comparator, number } = condition;
  const count = (timeline: Timeline, day: Day): number | readonly Need[] => {
    const span = window ? window.on(timeline, day) : { from: timeline.tables.from, to: day };
    if (span === 'none') return 0;
    if ('need' in span) return [span.need];
    const from = window ? span.from : Number.NEGATIVE_INFINITY;
    return eventDays(context, condition.event, timeline).filter((each) => each >= from && each <= span.to).length;
  };
  return {
    words,
    compares: [],
    pulses: (timeline, day) => eventDays(context, condition.event, timeline).includes(day),
    holds: (timeline, day) => {
      const found = count(timeline, day);
      return typeof found === 'number' ? compared(comparator, found - number, found - number) : UNKNOWN;
    },
    needs: (timeline, day) => {
      const found = count(timeline, day);
      return typeof found === 'number' ? [] : found;
    },
  };
}

/** Whether a threshold held on any day of a window: “ever reached” is asked of a window, so it can end. */
function met(context: CompileContext, condition: Condition & { kind: 'met' }, words: string): CompiledCondition {
  const name = fullName(context, condition.name);
  const window = condition.window && compileWindow(context, condition.window);
  const days = (timeline: Timeline, day: Day): Three => {
    const target = context.named(name);
    const span = window ? window.on(timeline, day) : { from: timeline.joined, to: day };
    if (!target || span === 'none') return NO;
    if ('need' in span) return UNKNOWN;
    let value: Three = NO;
    for (
      let each = span.from < timeline.joined ? timeline.joined : span.from;
      each <= span.to;
      each = (each + 1) as Day
    ) {
      value = either(value, target.holds(timeline, each));
      if (value === YES) return YES;
    }
    return value;
  };
  return {
    words,
    compares: [],
    pulses: never,
    holds: days,
    needs: (timeline, day) => context.named(name)?.needs(timeline, day) ?? [],
  };
}

function inPeriod(context: CompileContext, name: string, words: string): CompiledCondition {
  const begun = (timeline: Timeline, day: Day) => context.period(name)?.begun(timeline, day);
  return {
    words,
    compares: [],
    pulses: never,
    holds: (timeline, day) => {
      const spans = begun(timeline, day);
      if (!spans || 'need' in spans) return UNKNOWN;
      return three(spans.some((span) => span.from <= day && day <= span.to));
    },
    needs: (timeline, day) => {
      const spans = begun(timeline, day);
      return spans && 'need' in spans ? [spans.need] : [];
    },
  };
}

/** Of the day itself: some session is in the class. A day without a session, or without a mark, is not. */
function today(set: SessionSet): Pick<CompiledCondition, 'holds' | 'pulses'> {
  const inside = (timeline: Timeline, day: Day): boolean => {
    const index = timeline.tables.schoolDaysUpTo(day) - 1;
    if (index < 0 || timeline.calendar.schoolDays[index] !== day) return false;
    return [0, 1].some((half) => {
      const code = codeOfByte(timeline.codes, timeline.about.register.sessions[index * 2 + half]!);
      return code !== undefined && belongs(code, set);
    });
  };
  return { holds: (timeline, day) => three(inside(timeline, day)), pulses: inside };
}

/** A reason given counts for the absence whose days it is about; without dates, for the absence of its own day or the next. */
function reasonGiven(): Pick<CompiledCondition, 'holds'> {
  return {
    holds: (timeline, day) => {
      const given = timeline.acts.get(actKey('reason', 'given')) ?? [];
      const start = absenceOf(timeline, day);
      if (start === undefined) return NO;
      return three(
        given.some((act) => (act.about ? act.about.from <= day && start <= act.about.to : act.day >= start - 1)),
      );
    },
  };
}

/** First day of the absence that runs on a day. */
function absenceOf(timeline: Timeline, day: Day): Day | undefined {
  let index = timeline.tables.schoolDaysUpTo(day) - 1;
  let start: Day | undefined;
  const absent = (at: number): boolean =>
    [0, 1].some((half) => {
      const code = codeOfByte(timeline.codes, timeline.about.register.sessions[at * 2 + half]!);
      return code !== undefined && belongs(code, { class: 'absent' as ClassName });
    });
  while (index >= 0 && absent(index)) start = timeline.calendar.schoolDays[index--];
  return start;
}
