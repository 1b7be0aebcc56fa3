import { expect, test } from 'vitest';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import {
  attended,
  attendingFrom,
  codeAt,
  isAhead,
  sessionsBetween,
  supposeMarks,
} from '../../../dsl/evaluate/suppose-marks.ts';
import { isoDay } from '../../../register/day.ts';
import type { HalfDay, Session } from '../../../register/session.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';

const policy = compiled('threshold t is at least 3 unauthorised sessions this school year');
const about = pupilCase({ asAt: '2023-11-14', marks: { '2023-11-13': 'O\\ N/' } });

function session(text: string): Session {
  const [day, half] = text.split(' ');
  return { day: isoDay(day!), half: half as HalfDay };
}

function count(marks: Parameters<typeof supposeMarks>[1], asAt: string): string | undefined {
  return evaluate(policy, supposeMarks(about, marks), isoDay(asAt)).thresholds[0]!.count?.value;
}

test('a supposed mark counts as if the register held it, and stands in place of one that it holds', () => {
  expect(count([], '2023-11-14')).toBe('2');
  expect(count([{ session: session('2023-11-15 AM'), code: 'O' }], '2023-11-15')).toBe('3');
  expect(count([{ session: session('2023-11-14 AM'), code: 'I' }], '2023-11-14')).toBe('1');
});

test('the register itself stays as it is', () => {
  supposeMarks(about, [{ session: session('2023-11-14 AM'), code: 'I' }]);
  expect([codeAt(about, session('2023-11-14 AM')), count([], '2023-11-14')]).toEqual(['N', '2']);
});

test('the register reaches as far as the last of them, and no less far than before', () => {
  const to = (text: string) => supposeMarks(about, [{ session: session(text), code: 'O' }]).registerTo;
  expect(to('2023-11-15 AM')).toEqual(session('2023-11-15 AM'));
  expect(to('2023-11-13 AM')).toEqual(about.registerTo);
});

test('on a Saturday, off roll or under a letter that is no code, nothing is supposed', () => {
  const leaver = { ...about, onRoll: { onRollFrom: undefined, onRollTo: isoDay('2023-11-14') } };
  const off = supposeMarks(leaver, [{ session: session('2023-11-15 AM'), code: 'O' }]);
  expect(codeAt(off, session('2023-11-15 AM'))).toBeUndefined();
  expect(count([{ session: session('2023-11-18 AM'), code: 'O' }], '2023-11-18')).toBe('2');
  expect(count([{ session: session('2023-11-15 AM'), code: '?' }], '2023-11-15')).toBe('2');
});

test('the sessions of school days between two days, on roll', () => {
  const days = sessionsBetween(about, isoDay('2023-11-17'), isoDay('2023-11-20'));
  expect(days).toEqual(['2023-11-17 AM', '2023-11-17 PM', '2023-11-20 AM', '2023-11-20 PM'].map(session));
  expect(attended(about, days).map(({ code }) => code)).toEqual(['/', '\\', '/', '\\']);
});

test('who attends from a day on has no mark, and no entry of the log, from after it', () => {
  const whole = pupilCase({ asAt: '2023-11-24', marks: { '2023-11-13': 'OO OO' }, log: ['2023-11-14 call made'] });
  const ahead = attendingFrom(whole, isoDay('2023-11-13'));
  expect(ahead.log.entries).toEqual([]);
  expect(
    [session('2023-11-13 PM'), session('2023-11-14 AM'), session('2024-07-19 PM')].map((each) => codeAt(ahead, each)),
  ).toEqual(['O', '/', '\\']);
  expect([isAhead(whole, session('2023-11-24 PM')), isAhead(whole, session('2023-11-27 AM'))]).toEqual([false, true]);
});
