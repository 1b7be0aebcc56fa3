import type { Day } from '../../register/day.ts';
import type { Window } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Need } from './needs.ts';
import { addDays, formatDay } from '../../register/day.ts';
import { current, previous, rollingStart } from './calendar-tables.ts';
import type { Span } from './calendar-tables.ts';
import { lastBegunBy } from './compiled-period.ts';
import { fullName } from './context.ts';
import { eventDays } from './events.ts';

/** The days a window takes in, asked on a day; or what is missing before that can be said. `none`: it has not begun. */
export type WindowDays = Span | 'none' | { readonly need: Need };

export interface CompiledWindow {
  readonly on: (timeline: Timeline, day: Day) => WindowDays;
  /** `this school year`, as an answer says it. */
  readonly words: string;
}

/** Windows end on the day asked about, inclusive, but for `last …`, the whole one before. */
export function compileWindow(context: CompileContext, window: Window): CompiledWindow {
  switch (window.kind) {
    case 'this':
      return {
        words: `this ${singular(window.unit)}`,
        on: (timeline, day) => {
          const span = current(timeline.tables, window.unit, day);
          return span ? { from: span.from, to: day } : missing(window.unit);
        },
      };
    case 'last':
      return {
        words: `last ${singular(window.unit)}`,
        on: (timeline, day) => previous(timeline.tables, window.unit, day) ?? missing(window.unit),
      };
    case 'rolling':
      return {
        words: rollingWords(window),
        on: (timeline, day) => {
          const from = rollingStart(timeline.tables, window.number, window.unit, day);
          if (from === undefined || window.after === undefined) return from === undefined ? 'none' : { from, to: day };
          return { from: from > window.after ? from : addDays(window.after, 1), to: day };
        },
      };
    case 'during': {
      const name = fullName(context, window.period);
      return {
        words: `during ${window.period.replaceAll('-', ' ')}`,
        on: (timeline, day) => {
          const period = context.period(name);
          return period ? lastBegunBy(period, timeline, day) : 'none';
        },
      };
    }
    case 'since':
      return {
        words: `since ${window.event.words}`,
        on: (timeline, day) => {
          const from = eventDays(context, window.event, timeline, day, 'this one').at(-1);
          return from === undefined ? 'none' : { from, to: day };
        },
      };
    case 'ever':
    case 'in a row':
      return {
        words: window.kind === 'ever' ? 'so far' : 'in a row',
        on: (timeline, day) => ({ from: timeline.tables.from, to: day }),
      };
  }
}

function rollingWords({ number, unit, after }: Window & { kind: 'rolling' }): string {
  return `in a rolling ${number} ${unit}${after === undefined ? '' : ` after ${formatDay(after)}`}`;
}

function missing(unit: string): { readonly need: Need } {
  return { need: { kind: 'data', what: `the school calendar’s ${unit}` } };
}

function singular(unit: string): string {
  return unit.startsWith('days ') ? unit.replace('days', 'day') : unit.replace(/s$/, '');
}
