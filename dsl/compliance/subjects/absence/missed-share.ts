import type { Fraction } from '../../../../register/fraction.ts';
import type { ComparatorName, Condition, Measure } from '../../../resolve/policy.ts';
import { compareFractions, fraction, showFraction, subtractFractions } from '../../../../register/fraction.ts';

/** Missed sessions as a share of the possible; at the share itself already, or only above it. */
export interface Share {
  readonly least: Fraction;
  readonly included: boolean;
}

/** Several where the clause has several readings; undefined where it turns on more than rates, and so defines a group of its own. */
export function sharesOf(condition: Condition): readonly Share[] | undefined {
  switch (condition.kind) {
    case 'compare':
      if (condition.to.kind !== 'constant') return undefined;
      return oneShare(shareOf(condition.measure, condition.comparator, condition.to.value));
    case 'as set':
      return sharesOfVersion(condition);
    case 'all':
    case 'any':
      return together(condition.kind, condition.parts.map(sharesOf));
    case 'readings': {
      const each = condition.readings.map(sharesOf);
      return each.every((shares) => shares !== undefined) ? each.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** Every version of one provision that the rulebook holds sets one share. */
function sharesOfVersion({ measure, versions }: Condition & { kind: 'as set' }): readonly Share[] | undefined {
  const last = versions.at(-1);
  return last?.value.kind === 'constant' ? oneShare(shareOf(measure, last.comparator, last.value.value)) : undefined;
}

/** Joined by “and” the stricter share decides, by “or” the wider. */
function together(join: 'all' | 'any', parts: readonly (readonly Share[] | undefined)[]): readonly Share[] | undefined {
  const shares = parts.map((part) => (part?.length === 1 ? part[0] : undefined));
  if (!shares.every((share) => share !== undefined)) return undefined;
  const ordered = shares.toSorted(
    (a, b) => compareFractions(a.least, b.least) || Number(b.included) - Number(a.included),
  );
  const chosen = join === 'all' ? ordered.at(-1) : ordered[0];
  return chosen && [chosen];
}

function oneShare(share: Share | undefined): readonly Share[] | undefined {
  return share && [share];
}

/** `attendance at most 90%` and `absence at least 10%` are one share; `attendance below 90%` leaves out exactly 90%. */
function shareOf(measure: Measure, comparator: ComparatorName, value: Fraction): Share | undefined {
  if (measure.kind !== 'rate') return undefined;
  if (measure.of === 'absence') {
    if (comparator === 'at least') return { least: value, included: true };
    return comparator === 'more than' || comparator === 'above' ? { least: value, included: false } : undefined;
  }
  const least = subtractFractions(fraction(1), value);
  if (comparator === 'at most') return { least, included: true };
  return comparator === 'below' || comparator === 'fewer than' ? { least, included: false } : undefined;
}

/** Exact to a thousandth of a per cent. */
export function percentOf(number: number): Fraction {
  return fraction(Math.round(number * 1000), 100_000);
}

export function isShare({ least }: Share, percent: number): boolean {
  return compareFractions(least, percentOf(percent)) === 0;
}

/** `10% or more`. */
export function shareWords({ least, included }: Share): string {
  const percent = `${showFraction(fraction(least.numerator * 100, least.denominator))}%`;
  return included ? `${percent} or more` : `more than ${percent}`;
}
