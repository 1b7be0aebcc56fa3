import type { CodeTable } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay, Session } from '../../register/session.ts';
import type { PupilCase } from '../compile/timeline.ts';
import { inForce } from '../../register/attendance-code.ts';
import { codeBytes, codeOfByte, isOnRoll, NOT_TAKEN } from '../../register/pupil-register.ts';
import { isSchoolDay, schoolDaysBefore } from '../../register/school-calendar.ts';
import { compareSessions } from '../../register/session.ts';

/** A code supposed of one session, in place of whatever the register holds there. */
export interface SupposedMark {
  readonly session: Session;
  readonly code: string;
}

/**
 * A pupil as they would stand if these marks were in the register: a copy, the register itself stays as it is. What lies
 * on no school day, off roll, or under a letter that is no code of its day is left out. The register then reaches as far
 * as the last of them.
 */
export function supposeMarks(about: PupilCase, marks: readonly SupposedMark[]): PupilCase {
  const { calendar, codes } = about.register;
  const sessions = about.register.sessions.slice();
  const byteOf = codeBytes(codes);
  let registerTo = about.registerTo;
  for (const { session, code } of marks) {
    const byte = byteOf(code, session.day);
    if (byte === NOT_TAKEN || !isSchoolDay(calendar, session.day) || !isOnRoll(about.onRoll, session.day)) continue;
    sessions[indexOf(about, session)] = byte;
    if (!registerTo || compareSessions(registerTo, session) < 0) registerTo = session;
  }
  return { ...about, register: { ...about.register, sessions }, registerTo };
}

/** The code in the register for a session; undefined where none is. */
export function codeAt(about: PupilCase, session: Session): string | undefined {
  if (!isSchoolDay(about.register.calendar, session.day)) return undefined;
  return codeOfByte(about.register.codes, about.register.sessions[indexOf(about, session)]!)?.code;
}

/** The sessions of the school days from a day to another, both included, on which the pupil is on roll. */
export function sessionsBetween({ register: { calendar }, onRoll }: PupilCase, from: Day, to: Day): readonly Session[] {
  return calendar.schoolDays
    .slice(schoolDaysBefore(calendar, from), schoolDaysBefore(calendar, (to + 1) as Day))
    .filter((day) => isOnRoll(onRoll, day))
    .flatMap((day) => halves.map((half) => ({ day, half })));
}
const halves: readonly HalfDay[] = ['AM', 'PM'];

/** Attendance at each of these sessions. */
export function attended({ register: { codes } }: PupilCase, sessions: readonly Session[]): readonly SupposedMark[] {
  return sessions.flatMap((session) => {
    const code = codeOfPresence(codes, session);
    return code === undefined ? [] : [{ session, code }];
  });
}

/**
 * A pupil who attends every session from a day's end to the end of the calendar, and of whom nothing more is logged: what
 * comes about then comes about by the calendar alone.
 */
export function attendingFrom(about: PupilCase, day: Day): PupilCase {
  const last = about.register.calendar.years.at(-1)?.to ?? day;
  const open = sessionsBetween(about, about.register.calendar.years[0]?.from ?? day, last).filter(
    (session) => session.day > day || (isAhead(about, session) && codeAt(about, session) === undefined),
  );
  const log = { entries: about.log.entries.filter((entry) => entry.day <= day) };
  return supposeMarks({ ...about, log }, attended(about, open));
}

/** Whether nobody’s register reaches the session yet. */
export function isAhead({ registerTo }: PupilCase, session: Session): boolean {
  return registerTo === undefined || compareSessions(registerTo, session) < 0;
}

/** Present and in time, of that half of the day where the codes tell the halves apart. */
function codeOfPresence({ codes }: CodeTable, { day, half }: Session): string | undefined {
  const found = codes.filter((code) => code.meaning === 'present' && !code.late && inForce(code, day));
  return (found[half === 'PM' ? 1 : 0] ?? found[0])?.code;
}

function indexOf({ register: { calendar } }: PupilCase, { day, half }: Session): number {
  return schoolDaysBefore(calendar, day) * 2 + (half === 'PM' ? 1 : 0);
}
