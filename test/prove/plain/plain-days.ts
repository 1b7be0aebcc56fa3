import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { SessionSet } from '../../../dsl/resolve/policy.ts';
import type { AttendanceCode } from '../../../register/attendance-code.ts';
import type { Day } from '../../../register/day.ts';
import { isAbsent, isAttended, isPossible } from '../../../register/attendance-code.ts';
import { codeOfByte, isOnRoll } from '../../../register/pupil-register.ts';

/**
 * A plain reading of the semantics: lists looked through from end to end, nothing summed up beforehand, nothing kept but
 * where a pupil stood on a ladder. It shares no code with the evaluator and is held against it.
 */
export interface PlainSession {
  readonly day: Day;
  readonly half: 'AM' | 'PM';
  /** The code, or why there is none: the register was not taken, or the session is still to come. */
  readonly code: AttendanceCode | 'not taken' | 'not yet';
  /** People told of the pupil’s absence, where no register was taken. */
  readonly noted: boolean;
}

export interface PlainSpan {
  readonly from: Day;
  readonly to: Day;
}

/** The sessions of the calendar, in order; those after the day asked about are not yet. */
export function sessionsOf(about: PupilCase, asAt: Day): readonly PlainSession[] {
  const { calendar, codes, sessions } = about.register;
  const coded = calendar.schoolDays.flatMap((day, index) =>
    (['AM', 'PM'] as const).map((half, afternoon) => ({
      day,
      half,
      code: day > asAt ? undefined : codeOfByte(codes, sessions[index * 2 + afternoon]!),
    })),
  );
  const firstMarked = coded.find(({ code }) => code !== undefined)?.day;
  return coded.map(({ day, half, code }): PlainSession => {
    if (code) return { day, half, code, noted: false };
    const gone =
      about.registerTo &&
      (day < about.registerTo.day ||
        (day === about.registerTo.day && (half === 'AM' || about.registerTo.half === 'PM')));
    const lost =
      firstMarked !== undefined && day >= firstMarked && day <= asAt && gone === true && isOnRoll(about.onRoll, day);
    const noted = about.log.entries.some(
      (entry) =>
        entry.kind === 'act' &&
        entry.day <= asAt &&
        day <= asAt &&
        entry.name === 'absence' &&
        (entry.done === 'noted' || entry.done === 'reported') &&
        (entry.half === undefined || entry.half === half) &&
        (entry.about?.from ?? entry.day) <= day &&
        day <= (entry.about?.to ?? entry.day),
    );
    return { day, half, code: lost ? 'not taken' : 'not yet', noted };
  });
}

function inSet(code: AttendanceCode, set: SessionSet): boolean {
  if ('codes' in set) return set.codes.includes(code.code);
  switch (set.class) {
    case 'absent':
      return isAbsent(code.meaning);
    case 'attended':
      return isAttended(code.meaning);
    case 'present':
      return code.meaning === 'present';
    case 'late':
      return code.late;
    case 'authorised':
      return code.meaning === 'authorised absence';
    case 'unauthorised':
      return code.meaning === 'unauthorised absence';
    case 'possible':
      return isPossible(code.meaning);
  }
}

/** How a session stands to a class; people’s word that a pupil is absent counts for whole days and for absences. */
export function sessionStands(session: PlainSession, set: SessionSet): 'in' | 'out' | 'not taken' | 'not yet' {
  const { code, noted } = session;
  if (typeof code !== 'string') return inSet(code, set) ? 'in' : 'out';
  return noted && 'class' in set && set.class === 'absent' ? 'in' : code;
}

/** A school day lies in a class when all its sessions do. */
export function dayStands(
  sessions: readonly PlainSession[],
  day: Day,
  set: SessionSet,
): 'in' | 'out' | 'perhaps' | 'not yet' {
  const both = sessions.filter((each) => each.day === day).map((each) => sessionStands(each, set));
  if (both.includes('out')) return 'out';
  if (both.every((each) => each === 'in')) return 'in';
  return both.includes('not taken') ? 'perhaps' : 'not yet';
}

/** A count of school days may take in those with a part in the class. */
export function dayCounts(
  sessions: readonly PlainSession[],
  day: Day,
  { of, partDays }: { readonly of: SessionSet; readonly partDays: boolean },
): 'in' | 'out' | 'perhaps' | 'not yet' {
  if (!partDays) return dayStands(sessions, day, of);
  const both = sessions.filter((each) => each.day === day).map((each) => sessionStands(each, of));
  if (both.includes('in')) return 'in';
  if (both.includes('not taken')) return 'perhaps';
  return both.includes('not yet') ? 'not yet' : 'out';
}

/** Unbroken runs of school days with an absent session, first to last. */
export function absencesOf(sessions: readonly PlainSession[], asAt: Day): readonly PlainSpan[] {
  const days = [...new Set(sessions.map(({ day }) => day))].filter((day) => day <= asAt);
  const absent = days.map((day) =>
    sessions.some((each) => each.day === day && sessionStands(each, { class: 'absent' }) === 'in'),
  );
  return days.flatMap((from, index) => {
    if (!absent[index] || absent[index - 1]) return [];
    const length = absent.slice(index).findIndex((each) => !each);
    return [{ from, to: days[length < 0 ? days.length - 1 : index + length - 1]! }];
  });
}
