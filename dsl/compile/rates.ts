import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { CompileContext } from './context.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { ByDay } from './measured.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { earlier, forever } from './lasting.ts';
import { between } from './measured.ts';
import { sameDaysTo, sumIn } from './running-sums.ts';

/** Attended, or missed, out of possible sessions: exact, and undetermined where none was possible. */
export function rateIn(context: CompileContext, of: 'attendance' | 'absence', window: CompiledWindow): ByDay {
  const possible = context.classes.slotOf({ class: 'possible' });
  const counted = context.classes.slotOf({ class: of === 'attendance' ? 'attended' : 'absent' });
  const lasts = sameDaysTo(window);
  return {
    on: (timeline, day) => {
      const span = window.on(timeline, day);
      if (span === 'none') return { need: { kind: 'possible sessions', what: window.words } };
      if ('need' in span) return span;
      const sessions = sumIn(timeline.sums[possible]!, span);
      if (sessions === 0) return { need: { kind: 'possible sessions', what: window.words } };
      const inside = sumIn(timeline.sums[counted]!, span);
      const open = sumIn(timeline.notTaken, span);
      return between(inside, inside + open, sessions + open);
    },
    // A school day more is another rate, as good as always.
    lasts,
    besideTo: (timeline, day, value) => {
      const span = window.on(timeline, day);
      if (span === 'none' || 'need' in span) return lasts(timeline, day);
      const open = sumIn(timeline.notTaken, span);
      const sessions = sumIn(timeline.sums[possible]!, span) + open;
      const inside = sumIn(timeline.sums[counted]!, span);
      if (sessions === open) return lasts(timeline, day);
      const more = sessionsBeside(value, inside, inside + open, sessions);
      // Only in a window that begins where it did does a rate change by what is added to it.
      const added = beforeSessions(timeline, day, more);
      return added <= day ? lasts(timeline, day) : earlier(added, window.lasts(timeline, day));
    },
  };
}

/**
 * How many sessions more, whatever becomes of them, leave a rate on the same side of a value: all of them missed, where
 * at least so many of the sessions count; all of them counting, where at most so many do.
 */
function sessionsBeside({ numerator, denominator }: Fraction, least: number, most: number, sessions: number): number {
  const above = least * denominator - numerator * sessions;
  if (above > 0) return numerator === 0 ? Number.POSITIVE_INFINITY : Math.ceil(above / numerator) - 1;
  const below = numerator * sessions - most * denominator;
  if (below <= 0) return 0;
  return numerator >= denominator ? Number.POSITIVE_INFINITY : Math.ceil(below / (denominator - numerator)) - 1;
}

/** The last day before more than so many sessions can have been added. */
function beforeSessions({ calendar, tables }: Timeline, day: Day, sessions: number): Day {
  const next = calendar.schoolDays[tables.schoolDaysUpTo(day) + Math.floor(sessions / 2)];
  return next === undefined ? forever : addDays(next, -1);
}
