import { describe, expect, test } from 'vitest';
import type { Unit, Value } from '../../../dsl/rulebook/value.ts';
import { compare } from '../../../dsl/compliance/relations.ts';

function of(number: number, unit: Unit): Value & { kind: 'quantity' } {
  return { kind: 'quantity', number, unit };
}

const codes = (...letters: string[]): Value => ({ kind: 'codes', codes: letters });

describe('what a policy states, against what is asked for', () => {
  test.each([
    ['at most', of(30, 'minutes'), of(30, 'minutes'), 'meets'],
    ['at most', of(30, 'minutes'), of(31, 'minutes'), 'breaches'],
    ['at most', of(60, 'minutes'), of(1, 'hours'), 'meets'],
    ['at least', of(6, 'years'), of(6, 'years'), 'meets'],
    ['at least', of(6, 'years'), of(71, 'months'), 'breaches'],
    // Every school day is a working day, so five working days never end after five school days.
    ['at most', of(5, 'school days'), of(5, 'working days'), 'meets'],
    ['at most', of(5, 'school days'), of(5, 'calendar days'), 'meets'],
    // Seven calendar days hold five school days at most, eight hold six; ten working days are ten school days in full weeks.
    ['at most', of(5, 'school days'), of(7, 'calendar days'), 'meets'],
    ['at most', of(5, 'school days'), of(1, 'calendar weeks'), 'meets'],
    ['at most', of(5, 'school days'), of(8, 'calendar days'), 'breaches'],
    ['at most', of(5, 'school days'), of(10, 'working days'), 'breaches'],
    ['at most', of(5, 'school days'), of(6, 'working days'), 'breaches'],
    ['at most', of(10, 'school weeks'), of(12, 'calendar weeks'), 'breaches'],
    ['at most', of(10, 'school weeks'), of(10, 'calendar weeks'), 'meets'],
    ['at most', of(5, 'working days'), of(5, 'school days'), 'cannot be compared'],
    ['at least', of(5, 'working days'), of(5, 'school days'), 'meets'],
    ['at least', of(5, 'school days'), of(5, 'working days'), 'cannot be compared'],
    ['exactly', of(10, 'school weeks'), of(10, 'calendar weeks'), 'breaches'],
    ['exactly', of(3, 'calendar weeks'), of(21, 'calendar days'), 'meets'],
    ['exactly', { kind: 'words', words: 'case by case' }, of(1, 'sessions'), 'cannot be compared'],
    [
      'between',
      { kind: 'range', least: of(3, 'calendar weeks'), most: of(6, 'calendar weeks') },
      of(3, 'calendar weeks'),
      'meets',
    ],
    [
      'between',
      { kind: 'range', least: of(3, 'calendar weeks'), most: of(6, 'calendar weeks') },
      of(20, 'calendar days'),
      'breaches',
    ],
    [
      'between',
      { kind: 'range', least: of(3, 'calendar weeks'), most: of(6, 'calendar weeks') },
      of(7, 'calendar weeks'),
      'breaches',
    ],
    ['includes', codes('G', 'O'), codes('O', 'G', 'U'), 'meets'],
    ['includes', codes('G', 'O'), codes('G'), 'breaches'],
    ['forbids', codes('I'), codes('G', 'O'), 'meets'],
    ['forbids', codes('I'), codes('G', 'I'), 'breaches'],
    ['one of', codes('G', 'O'), codes('O'), 'meets'],
    ['one of', codes('G', 'O'), codes('I'), 'breaches'],
    ['states', codes('G'), codes('G'), 'cannot be compared'],
  ] as const)('%s %j: %j %s', (relation, required, stated, result) => {
    expect(compare(relation, required, stated)).toBe(result);
  });

  test('of several limits, one kept is enough; one that cannot be measured leaves the rest open', () => {
    const lesson: Value = { kind: 'words', words: 'the first lesson' };
    const either = (...values: readonly Value[]): Value => ({ kind: 'any of', values });
    expect(compare('at most', either(of(30, 'minutes'), lesson), of(30, 'minutes'))).toBe('meets');
    expect(compare('at most', either(of(30, 'minutes'), lesson), of(31, 'minutes'))).toBe('cannot be compared');
    expect(compare('at most', either(of(20, 'minutes'), of(30, 'minutes')), of(31, 'minutes'))).toBe('breaches');
  });
});
