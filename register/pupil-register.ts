import type { CodeTable, AttendanceCode } from './attendance-code.ts';
import type { Day } from './day.ts';
import type { Mark } from './mark.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { schoolDaysBefore } from './school-calendar.ts';
import { inForce } from './attendance-code.ts';

/** No mark: the register was not taken. Not a possible session; counted apart as register incomplete. */
export const NOT_TAKEN = 0;

/**
 * One pupil's marks in session order, one byte a session: sessions 2n and 2n + 1 are the morning and afternoon of
 * `calendar.schoolDays[n]`. The byte is 1 + the index of the code in `codes.codes` as it stood on that day (so one
 * letter with two meanings has two bytes), or NOT_TAKEN.
 */
export interface PupilRegister {
  readonly calendar: SchoolCalendar;
  readonly codes: CodeTable;
  readonly sessions: Uint8Array;
  /** Kept, not counted, and told: marks on a day the school was closed, or while the pupil was off roll. */
  readonly uncounted: readonly UncountedMark[];
}

export interface UncountedMark {
  readonly mark: Pick<Mark, 'session' | 'code'>;
  readonly why: 'closed' | 'off roll' | 'unknown code';
}

export interface OnRoll {
  readonly onRollFrom: Day | undefined;
  readonly onRollTo: Day | undefined;
}

/** Lays marks out by session. A later mark for a session replaces an earlier one. */
export function pupilRegister(
  calendar: SchoolCalendar,
  codes: CodeTable,
  pupil: OnRoll,
  marks: Iterable<Pick<Mark, 'session' | 'code'>>,
): PupilRegister {
  const sessions = new Uint8Array(calendar.schoolDays.length * 2);
  const uncounted: UncountedMark[] = [];
  const byteOf = codeBytes(codes);
  for (const mark of marks) {
    const { day, half } = mark.session;
    const index = schoolDaysBefore(calendar, day);
    if (calendar.schoolDays[index] !== day) uncounted.push({ mark, why: 'closed' });
    else if (!isOnRoll(pupil, day)) uncounted.push({ mark, why: 'off roll' });
    else {
      const byte = byteOf(mark.code, day);
      if (byte === NOT_TAKEN) uncounted.push({ mark, why: 'unknown code' });
      else sessions[index * 2 + (half === 'PM' ? 1 : 0)] = byte;
    }
  }
  return { calendar, codes, sessions, uncounted };
}

/** The code behind a byte of `sessions`, or undefined for NOT_TAKEN. */
export function codeOfByte(codes: CodeTable, byte: number): AttendanceCode | undefined {
  return byte === NOT_TAKEN ? undefined : codes.codes[byte - 1];
}

export function isOnRoll(pupil: OnRoll, day: Day): boolean {
  return (
    (pupil.onRollFrom === undefined || pupil.onRollFrom <= day) &&
    (pupil.onRollTo === undefined || day <= pupil.onRollTo)
  );
}

/** A look-up from letter and day to byte, remembering what it has found. */
export function codeBytes(codes: CodeTable): (letter: string, day: Day) => number {
  const byLetter = new Map<string, AttendanceCode[]>();
  for (const code of codes.codes) byLetter.set(code.code, [...(byLetter.get(code.code) ?? []), code]);
  const indexOf = new Map(codes.codes.map((code, index) => [code, index + 1]));
  return (letter, day) => {
    const candidates = byLetter.get(letter);
    if (!candidates) return NOT_TAKEN;
    const found = candidates.find((code) => inForce(code, day));
    return found ? indexOf.get(found)! : NOT_TAKEN;
  };
}
