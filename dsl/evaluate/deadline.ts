import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Event } from '../resolve/policy.ts';
import type { DutyFinding } from './finding.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { current, daysAfter, daysBefore } from '../compile/calendar-tables.ts';
import { eventDays, plannedDay } from '../compile/events.ts';

/** By when a rule is to be done. A sentence that prints no time has no deadline. */
export interface Deadline {
  readonly day: Day | undefined;
  /** The minute before which it is not yet time, and the last minute in time. */
  readonly from: ClockTime | undefined;
  readonly last: ClockTime | undefined;
  readonly words: string;
  /** What it must come before: done on the very day, it is in time where it was logged first. */
  readonly before: Event | undefined;
  /** The time as the sentence prints it. */
  readonly printed: ClockTime | undefined;
}

/** E + N of a unit is still in time; overdue from the next day. A time of day without a day is of the day it arose. */
export function deadline(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  arose: Day,
): Deadline | undefined {
  let day: Day | undefined;
  let from: ClockTime | undefined;
  let last: ClockTime | undefined;
  let printed: ClockTime | undefined;
  let before: Event | undefined;
  const words: string[] = [];
  const { tables } = timeline;
  const latest = (event: Event): Day | undefined =>
    eventDays(layer.context, event, timeline, timeline.asAt, 'this one').at(-1);
  for (const timing of compiled.rule.timing) {
    if ('words' in timing) words.push(timing.words);
    switch (timing.kind) {
      case 'within':
        day = daysAfter(tables, (timing.of && latest(timing.of)) ?? arose, timing.number, timing.unit);
        break;
      case 'before event': {
        const event = plannedDay(layer.context, timing.event, timeline);
        if (event !== undefined) day = addDays(event, -1);
        ({ event: before } = timing);
        break;
      }
      case 'no later than': {
        const event = plannedDay(layer.context, timing.before, timeline);
        if (event !== undefined) day = daysBefore(tables, event, timing.number, timing.unit);
        break;
      }
      case 'by time':
        last = printed = timing.time;
        break;
      case 'before time':
        printed = timing.time;
        last = timing.time === undefined ? undefined : ((timing.time - 1) as ClockTime);
        break;
      case 'between times':
        ({ from, until: last } = timing);
        printed = last;
        break;
      case 'absence day':
        day = arose;
        words.push(`on absence day ${timing.numbers.join(' and ')}`);
        break;
      case 'same school day':
        day = arose;
        words.push('on the same school day');
        break;
      case 'that morning':
        day = arose;
        words.push('that morning');
        break;
      case 'on date':
        ({ day } = timing);
        break;
      case 'each':
        if (timing.unit === undefined) break;
        day = timing.unit === 'school days' ? arose : current(tables, timing.unit, arose)?.to;
        words.push(`each ${timing.unit.replace(/s$/, '')}`);
        break;
      case 'after time':
      case 'at time':
      case 'after event':
        words.pop();
        break;
      default:
        break;
    }
  }
  // What schools do by an hour they do every day: nothing brought it on one day alone.
  if (last !== undefined && compiled.rule.of === 'pupil') day ??= arose;
  return words.length === 0 && day === undefined
    ? undefined
    : { day, from, last, words: words.join(' '), before, printed };
}

export function dueFinding({ day, printed, words }: Deadline): DutyFinding['due'] {
  return {
    date: day === undefined ? null : formatIsoDay(day),
    time: printed === undefined ? null : formatClockTime(printed),
    words,
  };
}

/** On the day itself only a minute asked about can be too late: its end is what is asked about where none is given. */
export function isOver({ day, last }: Deadline, { asAt, at }: Timeline): boolean {
  if (day === undefined || asAt < day) return false;
  return asAt > day || (at !== undefined && last !== undefined && at > last);
}

/** Asked about a minute before the time at which it is to be done. */
export function isToCome({ day, from }: Deadline, { asAt, at }: Timeline): boolean {
  return day === asAt && at !== undefined && from !== undefined && at < from;
}

/** Whether what was done on a day was done in time; null where no day is printed, or it hangs on a minute nobody logged. */
export function inTime({ day, last }: Deadline, done: Day, at: ClockTime | undefined): boolean | null {
  if (day === undefined) return null;
  if (done !== day) return done < day;
  if (last === undefined) return true;
  return at === undefined ? null : at <= last;
}
