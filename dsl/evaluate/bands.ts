import type { Fraction } from '../../register/fraction.ts';
import type { Bands } from '../resolve/policy.ts';
import type { ComparatorName } from '../resolve/policy.ts';
import type { CompiledBands, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { BandFinding, StageName, Undetermined } from './finding.ts';
import { compareFractions } from '../../register/fraction.ts';
import { clauseOf } from '../compile/context.ts';
import { current } from '../compile/calendar-tables.ts';
import { holdsInOrder } from '../compile/condition-comparison.ts';
import { measureNeed } from '../compile/compile-measure.ts';
import { countOf } from './counted.ts';
import { nameOf } from './ladders.ts';
import { quantity } from './quantities.ts';

export interface BandAnswer {
  readonly finding: BandFinding;
  readonly undetermined: readonly Undetermined[];
}

/**
 * The band a measure lies in. Printed decimals have two readings: exact, each band reaching up to the next, and rounded
 * as printed. A band is given where both agree; before the period's last school day it is on track.
 */
export function bandFinding(compiled: CompiledBands, prefix: string, timeline: Timeline): BandAnswer {
  const { bands, measure, name } = compiled;
  const clause = clauseOf(bands.place, prefix);
  const base = { id: name, title: bands.title, ...countedOf(compiled, timeline), cite: clause.cite, clause };
  const value = measure.on(timeline, timeline.asAt);
  if ('need' in value) {
    return {
      finding: { ...base, band: null, rate: null, state: 'undetermined' },
      undetermined: [{ about: name, needs: [value.need] }],
    };
  }
  const rate = quantity(value.least, measure.unit);
  const exact = exactBand(bands, value.least);
  const rounded = roundedBand(bands, value.least);
  const sure = compareFractions(value.least, value.most) === 0 || exactBand(bands, value.most) === exact;
  if (exact === rounded && exact && sure) {
    const state = isOver(compiled, timeline) ? 'given' : 'on track';
    return { finding: { ...base, band: nameOf(exact), rate, state }, undetermined: [] };
  }
  if (!sure) {
    return {
      finding: { ...base, band: null, rate, state: 'undetermined' },
      undetermined: [{ about: name, needs: [measureNeed(timeline, measure, timeline.asAt)] }],
    };
  }
  if (!exact && !rounded) {
    const what = `a band of “${bands.title}” for ${rate.shown}${rate.unit === '%' ? '%' : ` ${rate.unit}`}`;
    return {
      finding: { ...base, band: null, rate, state: 'undetermined' },
      undetermined: [{ about: name, needs: [{ kind: 'not stated', what, clause }] }],
    };
  }
  const readings = [`exact: ${exact?.title ?? 'no band'}`, `rounded as printed: ${rounded?.title ?? 'no band'}`];
  return {
    finding: { ...base, band: null, rate, state: 'undetermined' },
    undetermined: [{ about: name, needs: [{ kind: 'reading', what: bands.title, readings }] }],
  };
}

/** The band that a figure lies in, asked of the bands alone: null where the two readings of the printed decimals part, or none holds it. */
export function bandAt(compiled: CompiledPolicy, id: string, figure: Fraction): StageName | null {
  const bands = compiled.layers.flatMap((layer) => layer.bands).find((each) => each.name === id)?.bands;
  const exact = bands && exactBand(bands, figure);
  return exact && exact === roundedBand(bands, figure) ? nameOf(exact) : null;
}

function countedOf({ parts }: CompiledBands, timeline: Timeline): Pick<BandFinding, 'counted'> {
  const [count, of] = parts.map((each) => countOf(each, timeline, timeline.asAt));
  return count && of ? { counted: { count, of } } : {};
}

type Band = Bands['bands'][number];

export function exactBand(bands: Bands, value: Fraction): Band | undefined {
  const inCompared = bands.bands.find(
    (band) => band.range.kind === 'compared' && holds(band.range.comparator, value, band.range.value),
  );
  if (inCompared) return inCompared;
  let best: Band | undefined;
  let bestLow: Fraction | undefined;
  for (const band of bands.bands) {
    if (band.range.kind !== 'between' || compareFractions(value, band.range.low) < 0) continue;
    if (!bestLow || compareFractions(band.range.low, bestLow) > 0) [best, bestLow] = [band, band.range.low];
  }
  return best;
}

function roundedBand(bands: Bands, value: Fraction): Band | undefined {
  const decimals = printedDecimals(bands);
  const scale = 100 * 10 ** decimals;
  const rounded = {
    numerator: Math.floor((2 * value.numerator * scale + value.denominator) / (2 * value.denominator)),
    denominator: scale,
  };
  return bands.bands.find((band) =>
    band.range.kind === 'between'
      ? compareFractions(rounded, band.range.low) >= 0 && compareFractions(rounded, band.range.high) <= 0
      : holds(band.range.comparator, rounded, band.range.value),
  );
}

function printedDecimals(bands: Bands): number {
  const values = bands.bands.flatMap((band) =>
    band.range.kind === 'between' ? [band.range.low, band.range.high] : [band.range.value],
  );
  return Math.max(0, ...values.map((value) => Math.round(Math.log10(value.denominator / 100))));
}

function holds(comparator: ComparatorName, value: Fraction, to: Fraction): boolean {
  return holdsInOrder(comparator, compareFractions(value, to));
}

function isOver(compiled: CompiledBands, timeline: Timeline): boolean {
  const { measure } = compiled.measure;
  const window = 'window' in measure ? measure.window : undefined;
  if (window?.kind !== 'this') return true;
  const span = current(timeline.tables, window.unit, timeline.asAt);
  return span !== undefined && timeline.tables.schoolDaysUpTo(span.to) <= timeline.tables.schoolDaysUpTo(timeline.asAt);
}
