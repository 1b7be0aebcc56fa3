import type { Day } from '../../register/day.ts';
import type { Period, Stretch } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Span } from './calendar-tables.ts';
import { addDays, addMonths } from '../../register/day.ts';
import type { CompiledPeriod } from './compiled-period.ts';
import { begunBy } from './compiled-period.ts';
import { clauseOf, fullName } from './context.ts';
import { daysAfter } from './calendar-tables.ts';
import { eventDays } from './events.ts';

/** A period of a policy; what turns on it is determined only where all its readings agree. */
export function compilePeriod(context: CompileContext, period: Period): CompiledPeriod {
  const { title, stretches } = period;
  const stated = stretches.length > 0;
  const clause = clauseOf(period.place, context.prefix);
  let working = false;
  return {
    name: `${context.prefix}${period.name}`,
    title,
    need: stated
      ? { kind: 'reading', what: title, readings: stretches.map(stretchWords) }
      : { kind: 'not stated', what: title, clause },
    readings: (timeline, day) => {
      if (!stated) return undefined;
      // A period that turns on itself is told when the policy is checked; it never begins.
      if (working) return stretches.map(() => []);
      working = true;
      const found = stretches.map((each) => spans(context, each, timeline).filter((span) => span.from <= day));
      working = false;
      return found;
    },
  };
}

/** A day that the school's calendar does not reach yet. */
const beyond = Number.MAX_SAFE_INTEGER as Day;

/** After E: E's day is not counted. From E: it is day 1, if it is such a day (SI 2024/210 counts in the same two ways). */
function spans(context: CompileContext, stretch: Stretch, timeline: Timeline): readonly Span[] {
  switch (stretch.kind) {
    case 'dates':
      return [{ from: stretch.from, to: stretch.to }];
    case 'last of': {
      const whole = context.period(fullName(context, stretch.period));
      return ((whole && begunBy(whole, timeline, timeline.asAt)) ?? []).map((span) => {
        const months = stretch.number * (stretch.unit === 'years' ? 12 : 1);
        return { from: addDays(addMonths(span.to, -months), 1), to: span.to };
      });
    }
    case 'after':
    case 'from':
      return eventDays(context, stretch.event, timeline).map((event) => {
        const base = stretch.kind === 'from' ? addDays(event, -1) : event;
        const after = (number: number): Day => daysAfter(timeline.tables, base, number, stretch.unit) ?? beyond;
        return {
          from: stretch.least === stretch.most ? addDays(base, 1) : after(stretch.least),
          to: after(stretch.most),
        };
      });
  }
}

function stretchWords(stretch: Stretch): string {
  if (stretch.kind === 'dates') return 'its printed dates';
  const number = stretch.kind === 'last of' ? stretch.number : stretch.most;
  return `${number} ${stretch.unit}`;
}
