import type { Day } from '../../register/day.ts';
import type { Period, Stretch } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Need } from './needs.ts';
import type { Span } from './calendar-tables.ts';
import { addDays, addMonths } from '../../register/day.ts';
import { clauseOf, fullName } from './context.ts';
import { daysAfter } from './calendar-tables.ts';
import { eventDays } from './events.ts';

export interface PeriodSpan extends Span {
  /** From this day on it is due; `to` is the last day in time. */
  readonly due: Day;
}

export interface CompiledPeriod {
  readonly name: string;
  readonly title: string;
  /** Every run of days that began on or before a day, in order; or what is missing. */
  readonly begun: (timeline: Timeline, day: Day) => readonly PeriodSpan[] | { readonly need: Need };
  readonly lastBegun: (timeline: Timeline, day: Day) => PeriodSpan | { readonly need: Need } | undefined;
}

/** A period with several readings is worked out where all agree; otherwise which reading holds is what it needs. */
export function compilePeriod(context: CompileContext, period: Period): CompiledPeriod {
  let working = false;
  const begun: CompiledPeriod['begun'] = (timeline, day) => {
    // A period that turns on itself is told when the policy is checked; it never begins.
    if (working) return [];
    working = true;
    const found = readingsAgree(timeline, day);
    working = false;
    return found;
  };
  const readingsAgree: CompiledPeriod['begun'] = (timeline, day) => {
    if (period.stretches.length === 0) {
      return { need: { kind: 'not stated', what: period.title, clause: clauseOf(period.place, context.prefix) } };
    }
    const readings = period.stretches.map((stretch) =>
      spans(context, stretch, timeline).filter((span) => span.from <= day),
    );
    const same = readings.every((each) => JSON.stringify(each) === JSON.stringify(readings[0]));
    if (same) return readings[0]!;
    return { need: { kind: 'reading', what: period.title, readings: period.stretches.map(stretchWords) } };
  };
  return {
    name: `${context.prefix}${period.name}`,
    title: period.title,
    begun,
    lastBegun: (timeline, day) => {
      const found = begun(timeline, day);
      return 'need' in found ? found : found.at(-1);
    },
  };
}

/** A day that the school's calendar does not reach yet. */
const beyond = Number.MAX_SAFE_INTEGER as Day;

/** After E: E's day is not counted. From E: it is day 1, if it is such a day (SI 2024/210 counts in the same two ways). */
function spans(context: CompileContext, stretch: Stretch, timeline: Timeline): readonly PeriodSpan[] {
  switch (stretch.kind) {
    case 'dates':
      return [{ from: stretch.from, to: stretch.to, due: stretch.from }];
    case 'last of': {
      const whole = context.period(fullName(context, stretch.period))?.begun(timeline, timeline.asAt);
      if (!whole || 'need' in whole) return [];
      return whole.map((span) => {
        const from = addDays(addMonths(span.to, -stretch.number * (stretch.unit === 'years' ? 12 : 1)), 1);
        return { from, to: span.to, due: from };
      });
    }
    case 'after':
    case 'from':
      return eventDays(context, stretch.event, timeline).map((event) => {
        const base = stretch.kind === 'from' ? addDays(event, -1) : event;
        const after = (number: number): Day => daysAfter(timeline.tables, base, number, stretch.unit) ?? beyond;
        const due = after(stretch.least);
        return { from: stretch.least === stretch.most ? addDays(base, 1) : due, to: after(stretch.most), due };
      });
  }
}

function stretchWords(stretch: Stretch): string {
  if (stretch.kind === 'dates') return 'its printed dates';
  const number = stretch.kind === 'last of' ? stretch.number : stretch.most;
  return `${number} ${stretch.unit}`;
}
