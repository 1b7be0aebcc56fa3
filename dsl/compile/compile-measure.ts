import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { Measure } from '../resolve/policy.ts';
import type { Need } from './needs.ts';
import type { ByDay } from './measured.ts';
import type { CompileContext } from './context.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { Span } from './calendar-tables.ts';
import type { Timeline } from './timeline.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { compareFractions, formatFraction, fraction } from '../../register/fraction.ts';
import { absenceLasting } from './absences.ts';
import { daysFrom } from './calendar-tables.ts';
import { compileWindow } from './compile-window.ts';
import { clauseOf } from './context.ts';
import { countIn } from './count-sessions.ts';
import { weeksIn } from './count-weeks.ts';
import { eventDays, turningDays } from './events.ts';
import { expectedIn } from './expected-absence.ts';
import { highestOf } from './highest.ts';
import { earlier, earliestOf, forever, untilNext } from './lasting.ts';
import { exactly } from './measured.ts';
import { missingMarks } from './missing-marks.ts';
import { rateIn } from './rates.ts';
import { runEnding, runLength } from './run-in-a-row.ts';
import { sessionsIn, unitWords } from './units.ts';

export interface CompiledMeasure extends ByDay {
  readonly measure: Measure;
  /** The days it looks at, where it looks at a window. */
  readonly window: CompiledWindow | undefined;
  /** The days of the register that it looks at, on a day: none where it looks at none, or cannot tell. */
  readonly daysLookedAt: (timeline: Timeline, day: Day) => readonly Span[];
  /** The readings of one that has several. */
  readonly readings?: readonly CompiledMeasure[] | undefined;
  /** How much of it is still to come, and only expected. */
  readonly expected?: ((timeline: Timeline, day: Day) => Fraction) | undefined;
  /** What an answer calls its unit: `days absent`, `%`. */
  readonly unit: string;
}

export function compileMeasure(context: CompileContext, measure: Measure): CompiledMeasure {
  const base = { measure, unit: unitWords(measure), window: undefined, daysLookedAt: () => [] };
  switch (measure.kind) {
    case 'constant': {
      const exact = { least: measure.value, most: measure.value };
      return { ...base, on: () => exact, lasts: () => forever };
    }
    case 'not stated': {
      const need: Need = { kind: 'not stated', what: measure.what, clause: clauseOf(measure.place, context.prefix) };
      return { ...base, on: () => ({ need }), lasts: () => forever };
    }
    case 'elapsed':
      return { ...base, ...elapsed(context, measure) };
    case 'dated': {
      const inside = compileMeasure(context, measure.of);
      const on: CompiledMeasure['on'] = (timeline, day) => {
        const need = lapsed(measure, day, context.prefix);
        return need ? { need } : inside.on(timeline, day);
      };
      const { from, to } = measure.place.inForce!;
      const lasts: CompiledMeasure['lasts'] = (timeline, day) => {
        if (from !== undefined && day < from) return addDays(from, -1);
        if (to !== undefined && day > to) return forever;
        return earlier(to ?? forever, inside.lasts?.(timeline, day) ?? day);
      };
      return { ...inside, on, lasts, besideTo: undefined };
    }
    case 'readings':
      return oneOf(
        measure,
        measure.of.map((each) => compileMeasure(context, each)),
      );
    case 'ratio': {
      const top = compileMeasure(context, measure.top);
      const bottom = compileMeasure(context, measure.bottom);
      const daysLookedAt: CompiledMeasure['daysLookedAt'] = (timeline, day) => [
        ...top.daysLookedAt(timeline, day),
        ...bottom.daysLookedAt(timeline, day),
      ];
      return { ...base, ...ratioOf(top, bottom), daysLookedAt };
    }
    case 'count':
      if (measure.window.kind !== 'in a row') break;
      return {
        ...base,
        ...runLength(measure),
        daysLookedAt: (timeline, day) => [runEnding(timeline, day, measure).days].filter((span) => span !== undefined),
      };
    default:
      break;
  }
  const window = compileWindow(context, measure.window);
  const expected = measure.kind === 'count' && measure.withExpected ? expectedIn(context, measure) : undefined;
  return {
    ...base,
    window,
    expected: expected && ((timeline, day) => fraction(expected(timeline, day), unitsIn(measure))),
    ...windowed(context, measure, window),
    daysLookedAt: (timeline, day) => daysIn(window, timeline, day),
  };
}

/** An interval over all readings of a measure; exact where they agree. */
function oneOf(measure: Measure, readings: readonly CompiledMeasure[]): CompiledMeasure {
  return {
    ...readings[0]!,
    measure,
    readings,
    daysLookedAt: (timeline, day) => readings.flatMap((each) => each.daysLookedAt(timeline, day)),
    lasts: (timeline, day) => earliestOf(readings, (each) => each.lasts?.(timeline, day) ?? day, day),
    besideTo: undefined,
    on: (timeline, day) => {
      const values = readings.map((each) => each.on(timeline, day));
      let [found] = values;
      for (const value of values) {
        if ('need' in value) return value;
        if (!found || 'need' in found) continue;
        const least = compareFractions(value.least, found.least) < 0 ? value.least : found.least;
        const most = compareFractions(value.most, found.most) > 0 ? value.most : found.most;
        found = { least, most };
      }
      return found!;
    },
  };
}

/** What would settle a measure that is an interval on a day: registers not taken, or which of its readings is meant. */
export function measureNeed(timeline: Timeline, measure: CompiledMeasure, day: Day): Need {
  const { readings = [] } = measure;
  const values = readings.map((each) => each.on(timeline, day));
  const shown = values.map((value) => ('need' in value ? '' : formatFraction(value.least)));
  if (new Set(shown).size < 2) return missingMarks(timeline, measure, day);
  const words = readings.map((each, index) => `${each.measure.words}: ${shown[index]} ${each.unit}`);
  return { kind: 'reading', what: measure.measure.words, readings: words };
}

function unitsIn(measure: Measure): 1 | 2 {
  return measure.kind === 'count' ? sessionsIn(measure.unit) : 1;
}

/** Of an absence that is over, nothing goes by any more. */
function elapsed(context: CompileContext, measure: Measure & { kind: 'elapsed' }): ByDay {
  const { since, unit } = measure;
  const ofAbsence = since.name === 'absence' && since.done === 'started';
  const from = (timeline: Timeline, day: Day): Day | undefined =>
    ofAbsence ? absenceLasting(timeline, day)?.from : eventDays(context, since, timeline, day, 'this one').at(-1);
  return {
    on: (timeline, day) => {
      const begun = from(timeline, day);
      return exactly(begun === undefined ? 0 : daysFrom(timeline.tables, begun, day, unit));
    },
    lasts: (timeline, day) =>
      from(timeline, day) === undefined ? untilNext(turningDays(context, since, timeline), day) : day,
  };
}

/** What is lacking on a day before or after the dates of a measure; undefined within them. */
export function lapsed({ title, place }: Measure & { kind: 'dated' }, day: Day, prefix: string): Need | undefined {
  const { from, to } = place.inForce!;
  const over = to !== undefined && day > to;
  if (!over && (from === undefined || day >= from)) return undefined;
  const since = over ? { since: formatIsoDay(to) } : {};
  return { kind: 'not stated', what: title, clause: clauseOf(place, prefix), ...since };
}

type Windowed = Exclude<Measure, { kind: 'constant' | 'not stated' | 'ratio' | 'elapsed' | 'dated' | 'readings' }>;

function windowed(context: CompileContext, measure: Windowed, window: CompiledWindow): ByDay {
  switch (measure.kind) {
    case 'count':
      return countIn(context, measure, window);
    case 'weeks':
      return weeksIn(measure, window);
    case 'rate':
      return rateIn(context, measure.of, window);
    case 'highest':
      return highestOf(compileMeasure(context, measure.of), window);
  }
}

function daysIn(window: CompiledWindow, timeline: Timeline, day: Day): readonly Span[] {
  const span = window.on(timeline, day);
  return span === 'none' || 'need' in span ? [] : [span];
}

function ratioOf(top: CompiledMeasure, bottom: CompiledMeasure): ByDay {
  return {
    on: (timeline, day) => {
      const above = top.on(timeline, day);
      if ('need' in above) return above;
      const below = bottom.on(timeline, day);
      if ('need' in below) return below;
      if (below.least.numerator === 0) return { need: { kind: 'possible sessions', what: bottom.measure.words } };
      return { least: divide(above.least, below.most), most: divide(above.most, below.least) };
    },
    lasts: (timeline, day) => earliestOf([top, bottom], (each) => each.lasts?.(timeline, day) ?? day, day),
  };
}

function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}
