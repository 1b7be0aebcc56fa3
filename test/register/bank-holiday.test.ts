import { expect, test } from 'vitest';
import { isBankHoliday } from '../../register/bank-holiday.ts';

test.each([
  ['Early May bank holiday', true],
  ['Bank holiday for the Coronation', true],
  ['Good Friday', true],
  ['Easter Monday', true],
  ['Christmas Day', true],
  ['Boxing Day', true],
  ['New Year’s Day', true],
  ['INSET day', false],
  ['Christmas holiday', false],
  ['between terms', false],
])('%s: %s', (why, is) => expect(isBankHoliday({ why })).toBe(is));
