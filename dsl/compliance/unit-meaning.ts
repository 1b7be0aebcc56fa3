import type { Quantity, Unit } from '../rulebook/rulebook.ts';

/** How one length compares with another: by number where the units measure the same, else by which can never be the longer. */
export type Ordering = 'shorter' | 'same' | 'longer' | 'never longer' | 'never shorter' | 'not comparable';

/**
 * Units by what they mean. Three calendar weeks are 21 calendar days. Five working days never end after five school
 * days, because every school day is a working day; so many school weeks never end before as many calendar weeks.
 */
export function orderOf(stated: Quantity, other: Quantity): Ordering {
  const a = inBaseUnit(stated);
  const b = inBaseUnit(other);
  if (a.unit === b.unit) return a.number < b.number ? 'shorter' : a.number > b.number ? 'longer' : 'same';
  for (const kinds of denseFirst) {
    const at = kinds.indexOf(stated.unit);
    const against = kinds.indexOf(other.unit);
    if (at === -1 || against === -1) continue;
    if (at < against && stated.number <= other.number) return 'never longer';
    if (at > against && stated.number >= other.number) return 'never shorter';
  }
  return 'not comparable';
}

/** Of each list, an earlier unit passes on every day on which a later one does. */
const denseFirst: readonly (readonly Unit[])[] = [
  ['calendar days', 'working days', 'school days'],
  ['calendar weeks', 'school weeks'],
];

const multiples: Partial<Record<Unit, readonly [number: number, of: Unit]>> = {
  hours: [60, 'minutes'],
  'calendar weeks': [7, 'calendar days'],
  years: [12, 'months'],
};

function inBaseUnit({ number, unit }: Quantity): { readonly number: number; readonly unit: Unit } {
  const multiple = multiples[unit];
  return multiple ? { number: number * multiple[0], unit: multiple[1] } : { number, unit };
}
