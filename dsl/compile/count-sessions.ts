import type { Measure } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { ByDay } from './measured.ts';
import type { Timeline } from './timeline.ts';
import { countedDay } from './day-classes.ts';
import { expectedIn, nothingExpectedTo } from './expected-absence.ts';
import { earlier } from './lasting.ts';
import { between, exactly } from './measured.ts';
import { remembered } from './remembered.ts';
import { sumIn, sumsLastTo } from './running-sums.ts';
import { sessionsIn } from './units.ts';

type CountMeasure = Measure & { readonly kind: 'count' };

/** Running sums by how many school days are past: what surely counts, and what may as its register was not taken. */
interface Counts {
  readonly surely: Int32Array;
  readonly perhaps: Int32Array;
}

/** Sessions, days or school days of a class in a window. */
export function countIn(context: CompileContext, measure: CountMeasure, window: CompiledWindow): ByDay {
  const countsOf =
    measure.unit === 'school days'
      ? remembered((timeline) => wholeDays(timeline, measure))
      : sessions(context, measure);
  const expected = measure.withExpected ? expectedIn(context, measure) : undefined;
  const lasts = sumsLastTo(window, (timeline) => {
    const { surely, perhaps } = countsOf(timeline);
    return [surely, perhaps];
  });
  return {
    on: (timeline, day) => {
      const span = window.on(timeline, day);
      if (span === 'none') return exactly(0);
      if ('need' in span) return span;
      const { surely, perhaps } = countsOf(timeline);
      const count = sumIn(surely, span) + (expected?.(timeline, day) ?? 0);
      return between(count, count + sumIn(perhaps, span), sessionsIn(measure.unit));
    },
    // What is expected turns on the log as well.
    lasts: (timeline, day) => {
      if (!expected) return lasts(timeline, day);
      const nothing = nothingExpectedTo(timeline, day);
      return nothing === undefined ? day : earlier(nothing, lasts(timeline, day));
    },
  };
}

function sessions(context: CompileContext, measure: CountMeasure): (timeline: Timeline) => Counts {
  const slot = context.classes.slotOf(measure.of);
  return ({ sums, notTaken }) => ({ surely: sums[slot]!, perhaps: notTaken });
}

/** A school day counts in a class when all its sessions are in it. */
function wholeDays(timeline: Timeline, measure: CountMeasure): Counts {
  const days = timeline.calendar.schoolDays.length;
  const [surely, perhaps] = [new Int32Array(days + 1), new Int32Array(days + 1)];
  for (let index = 0; index < days; index++) {
    const found = countedDay(timeline, index, measure);
    surely[index + 1] = surely[index]! + (found === 'in' ? 1 : 0);
    perhaps[index + 1] = perhaps[index]! + (found === 'perhaps' ? 1 : 0);
  }
  return { surely, perhaps };
}
