import { expect, test } from 'vitest';
import { codeOfByte, NOT_TAKEN, pupilRegister } from '../../register/pupil-register.ts';
import { isoDay } from '../../register/day.ts';
import { codes } from '../support/code-table.ts';
import { calendarOf, year } from '../support/evaluate-policy.ts';
import { marks } from '../support/marks.ts';

const calendar = calendarOf(year('2024-08-12', '2024-08-30', { closures: ['2024-08-14 2024-08-14 training'] }));
const always = { onRollFrom: undefined, onRollTo: undefined };

function laid(first: string, printed: string, onRoll: Parameters<typeof pupilRegister>[2] = always) {
  return pupilRegister(calendar, codes, onRoll, marks(isoDay(first), printed));
}

function letters(register: ReturnType<typeof laid>, days: number): string {
  const read = [...register.sessions.subarray(0, days * 2)].map((byte) => codeOfByte(codes, byte)?.code ?? '.');
  return Array.from({ length: days }, (_, index) => read[index * 2]! + read[index * 2 + 1]!).join(' ');
}

test('marks in session order, a byte each', () => {
  expect(letters(laid('2024-08-12', '/\\ O.'), 3)).toBe('/\\ O. ..');
});

test('a mark on a day the school is closed is kept, not counted, and told', () => {
  const register = laid('2024-08-13', '/\\ OO /\\');
  expect(letters(register, 3)).toBe('.. /\\ /\\');
  expect(register.uncounted).toMatchObject([
    { why: 'closed', mark: { code: 'O', session: { half: 'AM' } } },
    { why: 'closed', mark: { code: 'O', session: { half: 'PM' } } },
  ]);
});

test('a mark while off roll is kept, not counted, and told: first and last day on roll are in', () => {
  const onRoll = { onRollFrom: isoDay('2024-08-13'), onRollTo: isoDay('2024-08-15') };
  const register = laid('2024-08-12', 'OO OO .. OO OO', onRoll);
  expect(letters(register, 4)).toBe('.. OO OO ..');
  expect(register.uncounted.map((each) => each.why)).toEqual(['off roll', 'off roll', 'off roll', 'off roll']);
});

test('a code that its day does not know is kept and told', () => {
  expect(laid('2024-08-19', 'JJ').uncounted.map((each) => each.why)).toEqual(['unknown code', 'unknown code']);
});

test('one letter with two meanings has two bytes: Z before and after 19 August 2024', () => {
  const [before, after] = laid('2024-08-16', 'ZZ ZZ')
    .sessions.subarray(6)
    .filter((_, index) => index % 2 === 0);
  expect(before).not.toBe(after);
  expect([before, after].map((byte) => codeOfByte(codes, byte!)?.meaning)).toEqual([
    'not a possible attendance',
    'not collected',
  ]);
});

test('a later mark for a session replaces an earlier one', () => {
  const twice = [...marks(isoDay('2024-08-12'), 'OO'), ...marks(isoDay('2024-08-12'), 'II')];
  expect(letters(pupilRegister(calendar, codes, always, twice), 1)).toBe('II');
});

test('no byte, no code', () => {
  expect(codeOfByte(codes, NOT_TAKEN)).toBeUndefined();
});
