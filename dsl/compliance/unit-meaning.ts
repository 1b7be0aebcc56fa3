import type { Quantity, Unit } from '../rulebook/rulebook.ts';
import { units } from '../rulebook/value.ts';

/**
 * How one length compares with another: by number where the units measure the same, else by which can never be the longer.
 * `longer at times`: in weeks without a holiday it is.
 */
export type Ordering =
  'shorter' | 'same' | 'longer' | 'never longer' | 'longer at times' | 'never shorter' | 'not comparable';

/**
 * Units by what they mean. Three calendar weeks are 21 calendar days. Five working days never end after five school
 * days, because every school day is a working day; nor do seven calendar days, which hold five of either at most; ten
 * working days do, in any two full weeks. So many school weeks never end before as many calendar weeks.
 */
export function orderOf(stated: Quantity, other: Quantity): Ordering {
  const a = inBaseUnit(stated);
  const b = inBaseUnit(other);
  if (a.unit === b.unit) return a.number < b.number ? 'shorter' : a.number > b.number ? 'longer' : 'same';
  for (const [from, to] of [
    [a, b],
    [stated, other],
  ] as const) {
    if (isDenser(from.unit, to.unit)) return mostIn(from) <= to.number ? 'never longer' : 'longer at times';
    if (isDenser(to.unit, from.unit) && mostIn(to) <= from.number) return 'never shorter';
  }
  return 'not comparable';
}

/** Of each list, an earlier unit passes on every day on which a later one does. */
const denseFirst: readonly (readonly Unit[])[] = [
  ['calendar days', 'working days', 'school days'],
  ['calendar weeks', 'school weeks'],
];

function isDenser(unit: Unit, other: Unit): boolean {
  return denseFirst.some((kinds) => kinds.includes(unit) && kinds.indexOf(unit) < kinds.indexOf(other));
}

/** The most working days, or school days, that can lie in so many days; other lengths hold as many of a sparser unit. */
function mostIn({ number, unit }: Pick<Quantity, 'number' | 'unit'>): number {
  return unit === 'calendar days' ? 5 * Math.floor(number / 7) + Math.min(number % 7, 5) : number;
}

const multiples: Partial<Record<Unit, readonly [number: number, of: Unit]>> = {
  hours: [60, 'minutes'],
  'calendar weeks': [7, 'calendar days'],
  years: [12, 'months'],
};

function inBaseUnit({ number, unit }: Quantity): { readonly number: number; readonly unit: Unit } {
  const multiple = multiples[unit];
  return multiple ? { number: number * multiple[0], unit: multiple[1] } : { number, unit };
}

/** Whether both say how long: what is counted is no length, though it may be a number too. */
export function bothLengths(a: Unit, b: Unit): boolean {
  return lengths.has(a) && lengths.has(b);
}

const lengths: ReadonlySet<Unit> = new Set([
  'minutes',
  'hours',
  'school days',
  'working days',
  'calendar days',
  'school weeks',
  'calendar weeks',
  'months',
  'years',
]);

/** A unit of the policy language by its name, as the rulebook has it; undefined where it has none, as of half terms. */
export function unitOfLaw(unit: string | undefined): Unit | undefined {
  return units.find((each) => each === unit);
}
