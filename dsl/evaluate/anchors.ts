import type { Day } from '../../register/day.ts';
import type { Event, RuleTiming } from '../resolve/policy.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Need } from './finding.ts';
import { addDays } from '../../register/day.ts';
import { current, daysAfter, spansOf } from '../compile/calendar-tables.ts';
import { eventDays, eventNamed } from '../compile/events.ts';
import { absenceDay, nthDay } from './absence-day.ts';

/**
 * The day that a sentence's own times hang it on: `within 10 school days of leave asked`, `on absence day 1`, `after
 * plan agreed`, `each school day`, or the asking for the leave it stands in. `none` where it hangs on nothing;
 * undefined where that has not come.
 */
export function anchorOf(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): Day | undefined | 'none' {
  const { rule } = compiled;
  for (const timing of rule.timing) {
    switch (timing.kind) {
      case 'absence day':
        return onAbsenceDay(timing.numbers, timeline, rule.mode === 'duty');
      case 'within':
        if (timing.of) return withinEvent(timing, timing.of, compiled, layer, timeline);
        break;
      case 'after event':
        if (rule.mode !== 'bar' && rule.mode !== 'presumption') return afterEvent(timing, layer, timeline);
        break;
      case 'each':
        if (timing.unit) return thisTime(timing.unit, timeline);
        break;
      default:
        break;
    }
  }
  const paper = layer.policy.papers.find((each) => each.name === rule.paper);
  if (paper?.paper !== 'leave') return 'none';
  const opened = ['asked', 'taken'].flatMap((done) =>
    eventDays(layer.context, eventNamed(paper.name, done), timeline, timeline.asAt, 'this one'),
  );
  return opened.length === 0 ? undefined : opened.toSorted((a, b) => a - b)[0];
}

/** `each term` of a calendar that gives no terms cannot be told. */
export function undatedCadence({ rule }: CompiledRule, { tables }: Timeline): Need | undefined {
  const each = rule.timing.find((timing) => timing.kind === 'each');
  const unit = each?.kind === 'each' ? each.unit : undefined;
  if (unit === undefined || unit === 'school days' || spansOf(tables, unit).length > 0) return undefined;
  return { kind: 'data', what: `the dates of the ${unit}` };
}

/** A duty of an absence day stands, and is overdue, while that absence lasts; an option is open on the day itself. */
function onAbsenceDay(numbers: readonly number[], timeline: Timeline, lasting: boolean): Day | undefined {
  const running = absenceDay(timeline, timeline.asAt);
  if (!running) return undefined;
  const number = numbers.findLast((each) => (lasting ? each <= running.number : each === running.number));
  return number === undefined ? undefined : nthDay(timeline, running.from, number);
}

/** What is barred within so long of an event is barred from its day to the last of them. */
function withinEvent(
  { number, unit }: RuleTiming & { readonly kind: 'within' },
  of: Event,
  { rule }: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
): Day | undefined {
  const days = eventDays(layer.context, of, timeline, timeline.asAt, 'this one');
  if (rule.mode !== 'bar' && rule.mode !== 'presumption') return days.at(-1);
  return days.findLast((day) => timeline.asAt <= (daysAfter(timeline.tables, day, number, unit) ?? timeline.asAt));
}

/** `after notice issued`: from that day. `after 28 calendar days of notice issued`: from the day after the 28th. */
function afterEvent(
  timing: RuleTiming & { readonly kind: 'after event' },
  layer: CompiledLayer,
  timeline: Timeline,
): Day | undefined {
  const { number, unit } = timing;
  const days = eventDays(layer.context, timing.event, timeline);
  if (number === undefined || unit === undefined) return days.at(-1);
  return days
    .flatMap((day) => {
      const last = daysAfter(timeline.tables, day, number, unit);
      return last === undefined ? [] : [addDays(last, 1)];
    })
    .findLast((day) => day <= timeline.asAt);
}

function thisTime(unit: NonNullable<(RuleTiming & { kind: 'each' })['unit']>, timeline: Timeline): Day | undefined {
  if (unit !== 'school days') return current(timeline.tables, unit, timeline.asAt)?.from;
  return timeline.calendar.schoolDays[timeline.tables.schoolDaysUpTo(timeline.asAt) - 1];
}
