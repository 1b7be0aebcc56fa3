import type { Amount, UnitName } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Measure } from './policy.ts';
import type { Scope } from './scope.ts';
import { replaceFix } from '../text/report.ts';
import { spanOf } from '../text/span.ts';

/** Where a unit stands, which decides what units fit. */
export type UnitPlace = 'count' | 'this or last' | 'rolling' | 'length' | 'cadence' | 'latch';

const fitting: Record<UnitPlace, readonly UnitName[]> = {
  count: ['sessions', 'days absent', 'days attended', 'school days', 'school weeks'],
  'this or last': ['half terms', 'terms', 'school years', 'school weeks', 'school days'],
  rolling: [
    ...(['school weeks', 'calendar weeks', 'school days', 'calendar days', 'months', 'years'] as const),
    ...(['half terms', 'terms', 'school years'] as const),
  ],
  length: [
    ...(['school days', 'working days', 'calendar days', 'school weeks', 'calendar weeks', 'months', 'years'] as const),
  ],
  cadence: ['school days', 'school weeks', 'half terms', 'terms', 'school years'],
  latch: ['school years', 'terms', 'half terms'],
};

const places: Record<UnitPlace, string> = {
  count: 'where something is counted',
  'this or last': 'after this or last',
  rolling: 'in a rolling window',
  length: 'in a length of time',
  cadence: 'after each',
  latch: 'after kept to the end of the',
};

/** A bare day or week means several things, and some units do not fit: both are told, with the units that do. */
export function checkUnit(scope: Scope, unit: UnitName | undefined, span: Span, place: UnitPlace): void {
  if (unit === undefined) return;
  const bare = unit as string;
  if (bare === 'days' || bare === 'weeks') {
    const where = wordIn(scope, span, bare.slice(0, -1));
    const plural = scope.source.text.slice(where.start, where.end).endsWith('s');
    const choices = fitting[place]
      .filter((each) => each.split(' ').includes(bare))
      .map((each) => (plural ? each : singular(each)));
    const fixes = choices.map((each) => replaceFix(`write “${each}”`, where, each));
    const written = scope.source.text.slice(where.start, where.end);
    scope.report('bare-unit', where, [written, listed(choices)], { fixes });
  } else if (!fitting[place].includes(unit)) {
    scope.report('wrong-unit', span, [unit, places[place], listed(fitting[place])]);
  }
}

/** The unit a measure is in; a rate is in per cent. Undefined where the document states none. */
export function unitOf(measure: Measure): UnitName | 'per cent' | undefined {
  switch (measure.kind) {
    case 'count':
    case 'constant':
      return measure.unit;
    case 'weeks':
      return 'school weeks';
    case 'rate':
    case 'ratio':
      return 'per cent';
    case 'elapsed':
      return measure.unit;
    case 'dated':
    case 'highest':
      return unitOf(measure.of);
    case 'readings':
      return unitOf(measure.of[0]!);
    case 'not stated':
      return undefined;
  }
}

/** A printed number must be in the unit of what it is compared with: without one, or in another, it is told. */
export function checkAmount(scope: Scope, amount: Amount, wanted: UnitName | 'per cent' | undefined): void {
  if (wanted === undefined || amount.unit === wanted) return;
  const number = String(amount.numerator / amount.denominator);
  const spelt = wanted === 'per cent' ? `${number}%` : `${number} ${wanted}`;
  if (amount.unit === undefined) {
    const fixes = [replaceFix(`write “${spelt}”`, amount.span, spelt)];
    scope.report('needs-unit', amount.span, [number, spelt], { fixes });
  } else if (/^(?:days|weeks)$/.test(amount.unit) && wanted.split(' ').includes(amount.unit)) {
    const where = wordIn(scope, amount.span, amount.unit.slice(0, -1));
    const written = scope.source.text.slice(where.start, where.end);
    const fixes = [replaceFix(`write “${wanted}”`, where, wanted)];
    scope.report('bare-unit', where, [written, `“${wanted}”`], { fixes });
  } else scope.report('units-differ', amount.span, [amount.unit, wanted]);
}

function wordIn(scope: Scope, span: Span, word: string): Span {
  const found = new RegExp(`\\b${word}s?\\b`).exec(scope.source.text.slice(span.start, span.end));
  if (!found) return span;
  const start = span.start + found.index;
  return spanOf(start, start + found[0].length);
}

function singular(unit: string): string {
  return unit.startsWith('days ') ? unit.replace('days', 'day') : unit.replace(/s$/, '');
}

function listed(choices: readonly string[]): string {
  const quoted = choices.map((each) => `“${each}”`);
  return quoted.length === 1 ? quoted[0]! : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
