import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { SessionSet, UnitName } from '../../../dsl/resolve/policy.ts';
import type { AttendanceCode } from '../../../register/attendance-code.ts';
import type { Day } from '../../../register/day.ts';
import { isAbsent, isAttended, isPossible } from '../../../register/attendance-code.ts';
import { addDays, addMonths, mondayOf, weekdayOf } from '../../../register/day.ts';
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

export function inSet(code: AttendanceCode, set: SessionSet): boolean {
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

// ── the calendar ───────────────────────────────────────────────────────────────────────────────────────────────────

/** School years, terms, half terms or school weeks of a calendar, in order. */
export function spansOf({ register: { calendar } }: PupilCase, unit: UnitName): readonly PlainSpan[] {
  const ordered = (spans: readonly PlainSpan[]) => spans.toSorted((a, b) => a.from - b.from);
  switch (unit) {
    case 'school years':
      return calendar.years;
    case 'terms':
      return calendar.years.flatMap(({ terms }) => ordered(terms));
    case 'half terms':
      return calendar.years.flatMap(({ halfTerms }) => ordered(halfTerms));
    case 'school weeks':
      return [...new Set(calendar.schoolDays.map(mondayOf))].map((from) => ({ from, to: addDays(from, 6) }));
    default:
      return [];
  }
}

/** First day of a window of so many of a unit that ends on a day; undefined where none has begun. */
export function rollingFrom(about: PupilCase, number: number, unit: UnitName, day: Day): Day | undefined {
  switch (unit) {
    case 'calendar weeks':
      return addDays(day, 1 - 7 * number);
    case 'calendar days':
      return addDays(day, 1 - number);
    case 'months':
      return addDays(addMonths(day, -number), 1);
    case 'years':
      return addDays(addMonths(day, -12 * number), 1);
    case 'school days':
      return about.register.calendar.schoolDays.filter((each) => each <= day).slice(-number)[0];
    default:
      return spansOf(about, unit)
        .filter(({ from }) => from <= day)
        .slice(-number)[0]?.from;
  }
}

/** The day so many of a unit after another, which is not counted; undefined beyond the calendar. */
export function dayAfter(about: PupilCase, day: Day, number: number, unit: UnitName): Day | undefined {
  const { calendar } = about.register;
  switch (unit) {
    case 'school days':
      return number === 0
        ? calendar.schoolDays.findLast((each) => each <= day)
        : calendar.schoolDays.filter((each) => each > day)[number - 1];
    case 'working days': {
      let at = day;
      for (let left = number; left > 0;) if (isWorkingDay(about, (at = addDays(at, 1)))) left--;
      return at;
    }
    case 'school weeks': {
      const later = spansOf(about, 'school weeks').filter(({ from }) => from > day);
      const week = later[number - 1];
      if (!week) return undefined;
      const same = addDays(week.from, weekdayOf(day) - 1);
      return calendar.schoolDays.findLast((each) => week.from <= each && each <= same) ?? same;
    }
    case 'calendar days':
      return addDays(day, number);
    case 'calendar weeks':
      return addDays(day, 7 * number);
    case 'months':
      return addMonths(day, number);
    default:
      return addMonths(day, 12 * number);
  }
}

/** The school, working or calendar days of a run of days, its ends among them. */
export function daysOfUnit(about: PupilCase, { from, to }: PlainSpan, unit: UnitName): readonly Day[] {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => addDays(from, index));
  if (unit === 'school days') return days.filter((day) => about.register.calendar.schoolDays.includes(day));
  return unit === 'working days' ? days.filter((day) => isWorkingDay(about, day)) : days;
}

/** Monday to Friday, not a bank holiday. */
function isWorkingDay({ register: { calendar } }: PupilCase, day: Day): boolean {
  const holidays = calendar.years.flatMap(({ closures }) => closures.filter(({ why }) => /bank holiday/i.test(why)));
  return weekdayOf(day) < 6 && !holidays.some(({ from, to }) => from <= day && day <= to);
}
