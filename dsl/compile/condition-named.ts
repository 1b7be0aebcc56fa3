import type { Day } from '../../register/day.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { addDays } from '../../register/day.ts';
import { liesIn } from './compiled-period.ts';
import { compileWindow } from './compile-window.ts';
import { fullName } from './context.ts';
import { earlier, forever, lastsTo, quietTo, untilNext } from './lasting.ts';
import { either, NO, UNKNOWN, YES } from './truth.ts';

/** A threshold or group by its name: looked up when first asked, so that order in the file does not matter. */
export function named(context: CompileContext, condition: Condition & { kind: 'named' }): CompiledCondition {
  const name = fullName(context, condition.name);
  const find = (): CompiledCondition | undefined => context.named(name);
  const asking = new Set<Day>();
  let looking = false;
  const once = (day: Day, lasting: (found: CompiledCondition) => Day): Day => {
    const found = looking ? undefined : find();
    looking = true;
    const last = found ? lasting(found) : day;
    looking = false;
    return last;
  };
  return {
    words: condition.words,
    holds: (timeline, day) => {
      // A name that turns on itself is told when the policy is checked; here it cannot be told.
      if (asking.has(day)) return UNKNOWN;
      asking.add(day);
      const found = find()?.holds(timeline, day) ?? UNKNOWN;
      asking.delete(day);
      return found;
    },
    never: (timeline) => {
      if (looking) return false;
      looking = true;
      const found = find()?.never?.(timeline) ?? false;
      looking = false;
      return found;
    },
    needs: (timeline, day) => (asking.size > 0 ? [] : (find()?.needs(timeline, day) ?? [])),
    pulses: (timeline, day) => find()?.pulses(timeline, day) ?? false,
    lasts: (timeline, day) => once(day, (found) => lastsTo(found, timeline, day)),
    quiet: (timeline, day) => once(day, (found) => quietTo(found, timeline, day)),
    get compares() {
      return find()?.compares ?? [];
    },
  };
}

/** Whether a threshold held on any day of a window: “ever reached” is asked of a window, so it can end. */
export function met(context: CompileContext, condition: Condition & { kind: 'met' }): CompiledCondition {
  const name = fullName(context, condition.name);
  const window = condition.window && compileWindow(context, condition.window);
  const daysAsked = (timeline: Timeline, day: Day) => {
    const span = window ? window.on(timeline, day) : { from: timeline.joined, to: day };
    if (span === 'none' || 'need' in span) return span;
    return { from: span.from < timeline.joined ? timeline.joined : span.from, to: span.to < day ? span.to : day };
  };
  const holds = (timeline: Timeline, day: Day): Three => {
    const target = context.named(name);
    const span = daysAsked(timeline, day);
    if (!target || span === 'none') return NO;
    if ('need' in span) return UNKNOWN;
    let value: Three = NO;
    for (let each = span.from; each <= span.to; each = addDays(lastsTo(target, timeline, each), 1)) {
      value = either(value, target.holds(timeline, each));
      if (value === YES) return YES;
    }
    return value;
  };
  return {
    words: condition.words,
    compares: [],
    pulses: () => false,
    holds,
    lasts: (timeline, day) => {
      const target = context.named(name);
      const begins = window ? window.lasts(timeline, day) : forever;
      // Met in the window, it stays so as long as the window begins there; not met, until it may be.
      return !target || holds(timeline, day) === YES ? begins : earlier(begins, lastsTo(target, timeline, day));
    },
    quiet: () => forever,
    needs: (timeline, day) => {
      const target = context.named(name);
      const span = daysAsked(timeline, day);
      if (!target || span === 'none' || holds(timeline, day) !== UNKNOWN) return [];
      if ('need' in span) return [span.need];
      for (let each = span.to; each >= span.from; each = addDays(each, -1)) {
        if (target.holds(timeline, each) === UNKNOWN) return target.needs(timeline, each);
      }
      return [];
    },
  };
}

export function atStage(context: CompileContext, condition: Condition & { kind: 'at stage' }): CompiledCondition {
  const ladder = fullName(context, condition.ladder);
  const holds = (timeline: Timeline, day: Day): Three =>
    context.atStage(ladder, condition.stage)?.holds(timeline, day) ?? UNKNOWN;
  return {
    words: condition.words,
    compares: [],
    pulses: () => false,
    holds,
    lasts: (timeline, day) => context.atStage(ladder, condition.stage)?.lasts(timeline, day) ?? day,
    quiet: () => forever,
    needs: (timeline, day) =>
      holds(timeline, day) === UNKNOWN ? (context.ladderNeeds(ladder)?.(timeline, day) ?? []) : [],
  };
}

export function inPeriod(context: CompileContext, condition: Condition & { kind: 'in period' }): CompiledCondition {
  const name = fullName(context, condition.name);
  const holds = (timeline: Timeline, day: Day): Three => {
    const period = context.period(name);
    return period ? liesIn(period, timeline, day) : UNKNOWN;
  };
  return {
    words: condition.words,
    compares: [],
    pulses: () => false,
    holds,
    lasts: (timeline, day) => untilNext(context.period(name)?.turns(timeline) ?? [], day),
    quiet: () => forever,
    needs: (timeline, day) => {
      const period = context.period(name);
      return period && holds(timeline, day) === UNKNOWN ? [period.need(timeline)] : [];
    },
  };
}
