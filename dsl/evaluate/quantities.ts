import type { Fraction } from '../../register/fraction.ts';
import type { Quantity } from './finding.ts';
import { formatFraction, fraction, showFraction } from '../../register/fraction.ts';

/** A number as a finding holds it. Rates are shown and held in per cent. */
export function quantity(value: Fraction, unit: string): Quantity {
  const scaled = unit === '%' ? fraction(value.numerator * 100, value.denominator) : value;
  return { value: formatFraction(scaled), shown: showFraction(scaled, unit === '%' ? 1 : 2), unit };
}
