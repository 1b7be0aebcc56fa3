import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { ByDay } from './measured.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { compareFractions, fraction } from '../../register/fraction.ts';
import { earlier } from './lasting.ts';
import { exactly } from './measured.ts';
import { remembered } from './remembered.ts';

/** The highest value on any day of the window so far. */
export function highestOf(of: ByDay, window: CompiledWindow): ByDay {
  const runsUp = remembered(() => new Map<Day, RunUp>());
  return {
    on: (timeline, day) => {
      const span = window.on(timeline, day);
      if (span === 'none') return exactly(0);
      if ('need' in span) return span;
      const first = span.from < timeline.joined ? timeline.joined : span.from;
      const known = runsUp(timeline);
      let runUp = known.get(first);
      if (!runUp) known.set(first, (runUp = { first, highest: [] }));
      return highestBy(runUp, of, timeline, span.to);
    },
    lasts: (timeline, day) => {
      const begins = window.lasts(timeline, day);
      const span = window.on(timeline, day);
      if (span === 'none' || 'need' in span || span.to < day) return begins;
      return earlier(begins, of.lasts?.(timeline, day) ?? day);
    },
  };
}

interface Highest {
  readonly least: Fraction;
  readonly most: Fraction;
}

/** The highest values so far on each day since a window began, worked out as far as they were asked for. */
interface RunUp {
  readonly first: Day;
  readonly highest: Highest[];
}

const nought: Highest = { least: fraction(0), most: fraction(0) };

function highestBy({ first, highest }: RunUp, of: ByDay, timeline: Timeline, last: Day): Highest {
  while (highest.length <= last - first) {
    const day = addDays(first, highest.length);
    const before = highest.at(-1) ?? nought;
    const value = of.on(timeline, day);
    const found =
      'need' in value ? before : { least: higher(value.least, before.least), most: higher(value.most, before.most) };
    const until = Math.min(of.lasts?.(timeline, day) ?? day, last);
    for (let each: number = day; each <= until; each++) highest.push(found);
  }
  return highest[last - first] ?? nought;
}

function higher(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) > 0 ? a : b;
}
