import type { CompileContext } from './context.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { ByDay } from './measured.ts';
import { between } from './measured.ts';
import { sumIn, sumsLastTo } from './running-sums.ts';

/** Attended, or missed, out of possible sessions: exact, and undetermined where none was possible. */
export function rateIn(context: CompileContext, of: 'attendance' | 'absence', window: CompiledWindow): ByDay {
  const possible = context.classes.slotOf({ class: 'possible' });
  const counted = context.classes.slotOf({ class: of === 'attendance' ? 'attended' : 'absent' });
  return {
    on: (timeline, day) => {
      const span = window.on(timeline, day);
      if (span === 'none') return { need: { kind: 'possible sessions', what: window.words } };
      if ('need' in span) return span;
      const sessions = sumIn(timeline, timeline.sums[possible]!, span);
      if (sessions === 0) return { need: { kind: 'possible sessions', what: window.words } };
      const inside = sumIn(timeline, timeline.sums[counted]!, span);
      const open = sumIn(timeline, timeline.notTaken, span);
      return between(inside, inside + open, sessions + open);
    },
    lasts: sumsLastTo(window, ({ sums, notTaken }) => [sums[possible]!, sums[counted]!, notTaken]),
  };
}
