import type { Day } from '../../register/day.ts';
import type { Window } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Need } from './needs.ts';
import { addDays, formatDay } from '../../register/day.ts';
import { current, previous, rollingStart, schoolSpan } from './calendar-tables.ts';
import type { CalendarTables, SchoolSpan, Span } from './calendar-tables.ts';
import { lastBegunBy } from './compiled-period.ts';
import { fullName } from './context.ts';
import { eventDays, turningDays } from './events.ts';
import { untilNext } from './lasting.ts';
import { rememberedByDay } from './remembered.ts';

/** The days a window takes in, asked on a day; or what is missing before that can be said. `none`: it has not begun. */
export type WindowDays = SchoolSpan | 'none' | { readonly need: Need };

export interface CompiledWindow {
  readonly on: (timeline: Timeline, day: Day) => WindowDays;
  /** The last day up to which it surely begins, or lacks something, as on a day. */
  readonly lasts: (timeline: Timeline, day: Day) => Day;
  /** `this school year`, as an answer says it. */
  readonly words: string;
}

/** Windows end on the day asked about, inclusive, but for `last …`, the whole one before. */
export function compileWindow(context: CompileContext, window: Window): CompiledWindow {
  switch (window.kind) {
    case 'during': {
      const name = fullName(context, window.period);
      return {
        words: `during ${window.period.replaceAll('-', ' ')}`,
        on: (timeline, day) => {
          const period = context.period(name);
          return inSchoolDays(timeline.tables, period ? lastBegunBy(period, timeline, day) : 'none');
        },
        lasts: (timeline, day) => untilNext(context.period(name)?.turns(timeline) ?? [], day),
      };
    }
    case 'since':
      return {
        words: `since ${window.event.words}`,
        on: (timeline, day) => {
          const from = eventDays(context, window.event, timeline, day, 'this one').at(-1);
          return from === undefined ? 'none' : schoolSpan(timeline.tables, { from, to: day });
        },
        lasts: (timeline, day) => untilNext(turningDays(context, window.event, timeline), day),
      };
    default:
      return ofCalendar(calendarWords(window), (tables, day) => calendarDays(window, tables, day));
  }
}

/** A window that the calendar alone lays out: neither events nor periods are asked. */
export type CalendarWindow = Exclude<Window, { readonly kind: 'during' | 'since' }>;

type Days = Span | Exclude<WindowDays, SchoolSpan>;

export function calendarDays(window: CalendarWindow, tables: CalendarTables, day: Day): Days {
  switch (window.kind) {
    case 'this': {
      const span = current(tables, window.unit, day);
      return span ? { from: span.from, to: day } : missing(window.unit);
    }
    case 'last':
      return previous(tables, window.unit, day) ?? missing(window.unit);
    case 'rolling': {
      const from = rollingStart(tables, window.number, window.unit, day);
      if (from === undefined || window.after === undefined) return from === undefined ? 'none' : { from, to: day };
      return { from: from > window.after ? from : addDays(window.after, 1), to: day };
    }
    case 'ever':
    case 'in a row':
      return { from: tables.from, to: day };
  }
}

function calendarWords(window: CalendarWindow): string {
  switch (window.kind) {
    case 'this':
    case 'last':
      return `${window.kind} ${singular(window.unit)}`;
    case 'rolling':
      return rollingWords(window);
    case 'ever':
      return 'so far';
    case 'in a row':
      return 'in a row';
  }
}

function inSchoolDays(tables: CalendarTables, days: Days): WindowDays {
  return days === 'none' || 'need' in days ? days : schoolSpan(tables, days);
}

function rollingWords({ number, unit, after }: Window & { kind: 'rolling' }): string {
  return `in a rolling ${number} ${unit}${after === undefined ? '' : ` after ${formatDay(after)}`}`;
}

function ofCalendar(words: string, daysOn: (tables: CalendarTables, day: Day) => Days): CompiledWindow {
  const on = rememberedByDay((tables, day) => inSchoolDays(tables, daysOn(tables, day)));
  const lasts = rememberedByDay((tables, day) => {
    let last = day;
    while (last < tables.to && beginAlike(on(tables, day), on(tables, addDays(last, 1)))) last = addDays(last, 1);
    return last;
  });
  return {
    words,
    on: (timeline, day) => on(timeline.tables, day),
    lasts: (timeline, day) => lasts(timeline.tables, day),
  };
}

function beginAlike(a: WindowDays, b: WindowDays): boolean {
  if (a === 'none' || b === 'none') return a === b;
  if ('need' in a || 'need' in b) return 'need' in a && 'need' in b;
  return a.from === b.from;
}

function missing(unit: string): { readonly need: Need } {
  return { need: { kind: 'data', what: `the school calendar’s ${unit}` } };
}

function singular(unit: string): string {
  return unit.startsWith('days ') ? unit.replace('days', 'day') : unit.replace(/s$/, '');
}
