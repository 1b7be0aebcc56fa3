import type { Measure, UnitName } from '../resolve/policy.ts';

/** What an answer calls the unit of a measure: `days absent`, `%`. */
export function unitWords(measure: Measure): string {
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
