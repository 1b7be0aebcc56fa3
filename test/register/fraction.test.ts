import { expect, test } from 'vitest';
import {
  compareFractions,
  formatFraction,
  fraction,
  showFraction,
  subtractFractions,
} from '../../register/fraction.ts';

test('in lowest terms, whole numbers without a denominator', () => {
  expect([fraction(15, 2), fraction(14, 2), fraction(0, 5), fraction(18800, 209)].map(formatFraction)).toEqual([
    '15/2',
    '7',
    '0',
    '18800/209',
  ]);
});

test('compared exactly', () => {
  expect(Math.sign(compareFractions(fraction(9, 10), fraction(90, 100)))).toBe(0);
  expect(Math.sign(compareFractions(fraction(188, 209), fraction(9, 10)))).toBe(-1);
  expect(Math.sign(compareFractions(fraction(1, 3), fraction(333, 1000)))).toBe(1);
});

test('taken from each other', () => {
  expect(formatFraction(subtractFractions(fraction(10), fraction(17, 2)))).toBe('3/2');
});

test('shown rounded half up, without trailing noughts', () => {
  expect(showFraction(fraction(15, 2))).toBe('7.5');
  expect(showFraction(fraction(18800, 209), 1)).toBe('90');
  expect(showFraction(fraction(9995, 100), 1)).toBe('100');
  expect(showFraction(fraction(200, 3), 1)).toBe('66.7');
  expect(showFraction(fraction(1, 8), 2)).toBe('0.13');
});
