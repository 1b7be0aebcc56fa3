import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { Measure, UnitName } from '../resolve/policy.ts';
import type { Need } from './needs.ts';
import type { CompileContext } from './context.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { Span } from './calendar-tables.ts';
import type { Timeline } from './timeline.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { compareFractions, formatFraction, fraction } from '../../register/fraction.ts';
import { absenceLasting } from './absences.ts';
import { daysFrom } from './calendar-tables.ts';
import { clauseOf } from './context.ts';
import { eventDays } from './events.ts';
import { expectedIn } from './expected-absence.ts';
import { compileWindow } from './compile-window.ts';
import { countedDay } from './day-classes.ts';
import { weeksIn } from './count-weeks.ts';
import { missingMarks } from './missing-marks.ts';
import { earliestOf, forever } from './lasting.ts';
import { runEnding } from './run-in-a-row.ts';
import { sumIn, sumsLastTo } from './running-sums.ts';
import { remembered } from './remembered.ts';

/**
 * A measured quantity: exact where nothing is missing, otherwise the least and the most it can be, by sessions whose
 * register was not taken.
 */
export type Measured = { readonly least: Fraction; readonly most: Fraction } | { readonly need: Need };

export interface CompiledMeasure {
  readonly measure: Measure;
  readonly on: (timeline: Timeline, day: Day) => Measured;
  /** The last day up to which it is surely what it is on a day. Left out: that day alone. */
  readonly lasts?: ((timeline: Timeline, day: Day) => Day) | undefined;
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
      return { ...base, on: elapsed(context, measure) };
    case 'dated': {
      const inside = compileMeasure(context, measure.of);
      const on: CompiledMeasure['on'] = (timeline, day) => {
        const need = lapsed(measure, day, context.prefix);
        return need ? { need } : inside.on(timeline, day);
      };
      return { ...inside, on, lasts: undefined };
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
      return { ...base, on: ratioOf(top, bottom), daysLookedAt };
    }
    case 'count':
      if (measure.window.kind !== 'in a row') break;
      return {
        ...base,
        on: runOf(measure),
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
    on: windowed(context, measure, window),
    lasts: lastsIn(context, measure, window),
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
function elapsed(context: CompileContext, measure: Measure & { kind: 'elapsed' }): CompiledMeasure['on'] {
  const { since, unit } = measure;
  const ofAbsence = since.name === 'absence' && since.done === 'started';
  return (timeline, day) => {
    const from = ofAbsence
      ? absenceLasting(timeline, day)?.from
      : eventDays(context, since, timeline, day, 'this one').at(-1);
    return exactly(from === undefined ? 0 : daysFrom(timeline.tables, from, day, unit), 1);
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

function windowed(context: CompileContext, measure: Windowed, window: CompiledWindow): CompiledMeasure['on'] {
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

/** Counts and rates turn on running sums; what is only expected turns on the log as well. */
function lastsIn(context: CompileContext, measure: Windowed, window: CompiledWindow): CompiledMeasure['lasts'] {
  if (measure.kind === 'count' && !measure.withExpected && measure.unit !== 'school days') {
    const slot = context.classes.slotOf(measure.of);
    return sumsLastTo(window, ({ sums, notTaken }) => [sums[slot]!, notTaken]);
  }
  if (measure.kind === 'rate') {
    const [attended, possible] = (['attended', 'possible'] as const).map((name) =>
      context.classes.slotOf({ class: name }),
    );
    return sumsLastTo(window, ({ sums, notTaken }) => [sums[attended!]!, sums[possible!]!, notTaken]);
  }
  return undefined;
}

function daysIn(window: CompiledWindow, timeline: Timeline, day: Day): readonly Span[] {
  const span = window.on(timeline, day);
  return span === 'none' || 'need' in span ? [] : [span];
}

function unitWords(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return countUnit(measure);
    case 'weeks':
      return 'school weeks';
    case 'rate':
    case 'ratio':
      return '%';
    case 'elapsed':
      return measure.unit;
    case 'dated':
    case 'highest':
      return unitWords(measure.of);
    case 'readings':
      return unitWords(measure.of[0]!);
    case 'constant':
      return measure.unit === 'per cent' ? '%' : (measure.unit ?? '');
    case 'not stated':
      return '';
  }
}

function countUnit(measure: Measure & { kind: 'count' }): string {
  if (sessionsIn(measure.unit) === 2)
    return 'codes' in measure.of ? `${measure.unit} coded ${measure.of.codes.join(', ')}` : measure.unit;
  if ('codes' in measure.of) return `${measure.unit} coded ${measure.of.codes.join(', ')}`;
  return measure.partDays ? `school days with any ${measure.of.class} session` : `${measure.of.class} ${measure.unit}`;
}

/** Days absent and days attended are sessions by two: half days count as halves. */
export function sessionsIn(unit: UnitName): 1 | 2 {
  return unit === 'days absent' || unit === 'days attended' ? 2 : 1;
}

function countIn(
  context: CompileContext,
  measure: Measure & { kind: 'count' },
  window: CompiledWindow,
): CompiledMeasure['on'] {
  const slot = context.classes.slotOf(measure.of);
  if (measure.unit === 'school days') return wholeDaysIn(context, measure, window);
  const sessionsPerUnit = sessionsIn(measure.unit);
  const expected = measure.withExpected ? expectedIn(context, measure) : undefined;
  return (timeline, day) => {
    const span = window.on(timeline, day);
    if (span === 'none') return exactly(0, 1);
    if ('need' in span) return span;
    const count = sumIn(timeline, timeline.sums[slot]!, span) + (expected?.(timeline, day) ?? 0);
    const open = sumIn(timeline, timeline.notTaken, span);
    return { least: fraction(count, sessionsPerUnit), most: fraction(count + open, sessionsPerUnit) };
  };
}

/** A school day counts in a class when all its sessions are in it: running sums, laid out when first asked for. */
function wholeDaysIn(
  context: CompileContext,
  measure: Measure & { kind: 'count' },
  window: CompiledWindow,
): CompiledMeasure['on'] {
  const expected = measure.withExpected ? expectedIn(context, measure) : undefined;
  const sumsOf = remembered((timeline) => wholeDaySums(timeline, measure));
  return (timeline, day) => {
    const span = window.on(timeline, day);
    if (span === 'none') return exactly(0, 1);
    if ('need' in span) return span;
    const sums = sumsOf(timeline);
    const surely = sumIn(timeline, sums.surely, span) + (expected?.(timeline, day) ?? 0);
    return { least: fraction(surely), most: fraction(surely + sumIn(timeline, sums.perhaps, span)) };
  };
}

function wholeDaySums(
  timeline: Timeline,
  measure: Measure & { kind: 'count' },
): { readonly surely: Int32Array; readonly perhaps: Int32Array } {
  const days = timeline.calendar.schoolDays.length;
  const [surely, perhaps] = [new Int32Array(days + 1), new Int32Array(days + 1)];
  for (let index = 0; index < days; index++) {
    const found = countedDay(timeline, index, measure);
    surely[index + 1] = surely[index]! + (found === 'in' ? 1 : 0);
    perhaps[index + 1] = perhaps[index]! + (found === 'perhaps' ? 1 : 0);
  }
  return { surely, perhaps };
}

function runOf(measure: Measure & { kind: 'count' }): CompiledMeasure['on'] {
  return (timeline, day) => {
    const { surely, perhaps } = runEnding(timeline, day, measure);
    return { least: fraction(surely), most: fraction(perhaps) };
  };
}

/** Attended, or missed, out of possible sessions: exact, and undetermined where none was possible. */
function rateIn(context: CompileContext, of: 'attendance' | 'absence', window: CompiledWindow): CompiledMeasure['on'] {
  const possible = context.classes.slotOf({ class: 'possible' });
  const counted = context.classes.slotOf({ class: of === 'attendance' ? 'attended' : 'absent' });
  return (timeline, day) => {
    const span = window.on(timeline, day);
    if (span === 'none') return { need: { kind: 'possible sessions', what: window.words } };
    if ('need' in span) return span;
    const sessions = sumIn(timeline, timeline.sums[possible]!, span);
    const inside = sumIn(timeline, timeline.sums[counted]!, span);
    const open = sumIn(timeline, timeline.notTaken, span);
    if (sessions === 0) return { need: { kind: 'possible sessions', what: window.words } };
    return { least: fraction(inside, sessions + open), most: fraction(inside + open, sessions + open) };
  };
}

function ratioOf(top: CompiledMeasure, bottom: CompiledMeasure): CompiledMeasure['on'] {
  return (timeline, day) => {
    const above = top.on(timeline, day);
    if ('need' in above) return above;
    const below = bottom.on(timeline, day);
    if ('need' in below) return below;
    if (below.least.numerator === 0) return { need: { kind: 'possible sessions', what: bottom.measure.words } };
    return { least: divide(above.least, below.most), most: divide(above.most, below.least) };
  };
}

function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The highest value on any day of the window so far. */
function highestOf(of: CompiledMeasure, window: CompiledWindow): CompiledMeasure['on'] {
  return (timeline, day) => {
    const span = window.on(timeline, day);
    if (span === 'none') return exactly(0, 1);
    if ('need' in span) return span;
    let least = fraction(0);
    let most = fraction(0);
    const first = span.from < timeline.joined ? timeline.joined : span.from;
    for (let each = first; each <= span.to; each = addDays(each, 1)) {
      const value = of.on(timeline, each);
      if ('need' in value) continue;
      if (compareFractions(value.least, least) > 0) least = value.least;
      if (compareFractions(value.most, most) > 0) most = value.most;
    }
    return { least, most };
  };
}

function exactly(numerator: number, denominator: number): Measured {
  const value = fraction(numerator, denominator);
  return { least: value, most: value };
}
