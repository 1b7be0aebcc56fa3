/** An exact fraction. The denominator is positive; it need not be in lowest terms until it is shown. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export function fraction(numerator: number, denominator = 1): Fraction {
  return { numerator, denominator };
}

/** Negative, zero or positive. Exact while products stay below 2^53. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** `15/2`, in lowest terms; `7` where it is whole. */
export function formatFraction(value: Fraction): string {
  const divisor = greatestCommonDivisor(Math.abs(value.numerator), value.denominator) || 1;
  const numerator = value.numerator / divisor;
  const denominator = value.denominator / divisor;
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/** `7.5`: rounded half up to so many decimals, trailing noughts left out. For showing only. */
export function showFraction(value: Fraction, decimals = 2): string {
  const scale = 10 ** decimals;
  const scaled = value.numerator * scale;
  const rounded = Math.floor((2 * scaled + value.denominator) / (2 * value.denominator));
  return String(rounded / scale);
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
