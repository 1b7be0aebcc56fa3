import { describe, expect, test } from 'vitest';
import { predecessorsOf, successorsOf } from '../../../dsl/rulebook/code-changes.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { regimeOn } from '../../../dsl/rulebook/regime.ts';
import type { CodeEntry } from '../../../dsl/rulebook/rulebook.ts';
import { isAttended, isPossible } from '../../../register/attendance-code.ts';
import { isoDay } from '../../../register/day.ts';

const lastOld = isoDay('2024-08-18');
const firstNew = isoDay('2024-08-19');

/** Every code with its class, as the sources print them: P, E, A, X, NP, or – for what is not collected. */
const newCodes = `
  / P   \\ P   L P   K E   V E   P E   W E   B E   D NP   C1 A   M A   J1 A   S A   X NP   C2 A   C A   T A   R A
  I A   E A   Q NP   Y1 NP   Y2 NP   Y3 NP   Y4 NP   Y5 NP   Y6 NP   Y7 NP   G X   N X   O X   U X   Z –   # –`;
const oldCodes = `
  / P   \\ P   L P   B E   J E   P E   V E   W E   C A   E A   H A   I A   M A   R A   S A   T A
  G X   N X   O X   U X   D NP   X NP   Y NP   Z NP   # NP`;

const classes: Readonly<Record<CodeEntry['meaning'], string>> = {
  present: 'P',
  'approved educational activity': 'E',
  'authorised absence': 'A',
  'unauthorised absence': 'X',
  'not a possible attendance': 'NP',
  'not collected': '–',
};

describe.each([
  ['to 18 August 2024', oldCodes, 25, isoDay('2013-09-01'), lastOld],
  ['from 19 August 2024', newCodes, 34, firstNew, isoDay('2026-07-09')],
] as const)('the codes %s', (_, written, count, first, last) => {
  const expected = written.trim().split(/ {3}|\n\s*/);

  test.each([first, last])('on day %i each has its class, and there is no other', (day) => {
    const held = regimeOn(england, day).codes.map(({ code, meaning }) => `${code} ${classes[meaning]}`);
    expect(held.toSorted()).toEqual(expected.toSorted());
    expect(held).toHaveLength(count);
  });

  test.each(expected)('%s counts as its class does', (line) => {
    const [code, letter] = line.split(' ');
    const entry = regimeOn(england, first).codes.find((each) => each.code === code)!;
    expect(isAttended(entry.meaning)).toBe(letter === 'P' || letter === 'E');
    expect(isPossible(entry.meaning)).toBe(letter !== 'NP' && letter !== '–');
    expect(entry.countsToPenalty).toBe(first === firstNew && ['G', 'N', 'O', 'U'].includes(code!));
  });
});

test('F ended with August 2013', () => {
  expect(regimeOn(england, isoDay('2013-08-31')).codes.map(({ code }) => code)).toEqual(['F']);
  expect(regimeOn(england, isoDay('2013-09-01')).codes.map(({ code }) => code)).not.toContain('F');
});

describe('what became of the codes on 19 August 2024', () => {
  const words = (code: string): string => {
    const found = successorsOf(england, code, firstNew);
    if (found === undefined) return 'nothing';
    if (found.kind === 'kept') return 'kept';
    if (found.kind === 'one') return `${found.change.change}: ${found.code}`;
    return `${found.change.change}: ${found.codes.join(' ')}${found.orElse === undefined ? '' : ` or ${found.orElse}`}?`;
  };

  test.each([
    ...['/', '\\', 'L', 'P', 'V', 'W', 'E', 'I', 'M', 'R', 'S', 'G', 'N', 'O', 'U', 'D', 'X'].map((code) => [
      code,
      'kept',
    ]),
    ['H', 'removed: C G?'],
    ['J', 'renamed: J1'],
    ['Y', 'removed: Q Y1 Y2 Y3 Y4 Y5 Y6 Y7?'],
    ['C', 'narrowed: C C1 C2?'],
    ['B', 'narrowed: B K or a code of absence?'],
    ['#', 'narrowed: # Y3?'],
    ['T', 'reworded: T or a code of absence?'],
    ['Z', 'reworded: Z'],
    ['K', 'nothing'],
    ['F', 'nothing'],
    ['l', 'nothing'],
  ])('%s: %s', (code, expected) => {
    expect(words(code)).toBe(expected);
  });

  test('the day before, a code in force is itself', () => {
    expect(successorsOf(england, 'H', lastOld)).toEqual({ kind: 'kept', code: 'H' });
    expect(successorsOf(england, 'J1', lastOld)).toBeUndefined();
  });

  test('every code of the old set became something, and every new one is kept, or has a forerunner, or was added', () => {
    expect(regimeOn(england, lastOld).codes.filter(({ code }) => !successorsOf(england, code, firstNew))).toEqual([]);
    const [change] = england.codeChanges;
    const unaccounted = regimeOn(england, firstNew).codes.filter(
      ({ code }) => predecessorsOf(england, code, firstNew).length === 0 && !change!.added.includes(code),
    );
    expect(unaccounted).toEqual([]);
  });

  test.each([
    ['C', 'H C'],
    ['C1', 'C'],
    ['Q', 'Y'],
    ['Y3', 'Y #'],
    ['K', 'B'],
    ['J1', 'J'],
    ['G', 'G H'],
    ['O', 'O'],
  ])('%s may have been %s', (code, expected) => {
    expect(predecessorsOf(england, code, firstNew).toSorted()).toEqual(expected.split(' ').toSorted());
  });

  test('twelve were added, and how surely each change is known', () => {
    const [change] = england.codeChanges;
    expect(change!.added.join(' ')).toBe('K Q C1 C2 J1 Y1 Y2 Y3 Y4 Y5 Y6 Y7');
    const unsure = change!.changes.filter(({ confidence }) => confidence === 'from memory').map(({ code }) => code);
    expect(unsure.toSorted()).toEqual(['#', 'T']);
  });

  test('an interview counted as attending, and is absence since', () => {
    const meaningOn = (code: string, day: typeof lastOld): string | undefined =>
      regimeOn(england, day).codes.find((entry) => entry.code === code)?.meaning;
    expect([meaningOn('J', lastOld), meaningOn('J1', firstNew)]).toEqual([
      'approved educational activity',
      'authorised absence',
    ]);
  });
});
