import type { Arbitrary } from 'fast-check';
import { array, boolean, constantFrom, integer, nat, option, record } from 'fast-check';
import type { CaseEntry } from '../../../register/case-log.ts';
import type { ClockTime } from '../../../register/clock-time.ts';
import type { Day } from '../../../register/day.ts';
import type { Mark } from '../../../register/mark.ts';
import type { SchoolCalendar } from '../../../register/school-calendar.ts';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { FamilyMember } from '../../../register/family.ts';
import { addDays, addMonths, isoDay } from '../../../register/day.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { codes } from '../../support/code-table.ts';
import type { CalendarChoice } from './school-calendar.ts';
import { calendarOf, calendars, firstMonday } from './school-calendar.ts';

/** A pupil as a made-up school knows them. Days are counted from the first Monday; names are bound to the policy. */
export interface CaseChoice {
  readonly calendar: CalendarChoice;
  /** Runs of sessions that were not simply attended; `.` where no register was taken. */
  readonly spells: readonly { readonly at: number; readonly sessions: number; readonly code: string }[];
  readonly logged: readonly LoggedChoice[];
  readonly onRollFrom: number | null;
  readonly onRollTo: number | null;
  readonly facts: { readonly pupil: boolean | null; readonly school: boolean | null };
  /** Years of age at the end of summer; null where no date of birth is known. */
  readonly age: number | null;
  /** Schools of the children of the family; null where it is not known. */
  readonly familySchools: number | null;
  /** The day asked about. */
  readonly asAt: number;
  /** Whether the afternoon of that day is already marked. */
  readonly wholeDay: boolean;
}

interface LoggedChoice {
  readonly day: number;
  readonly minute: number | null;
  /** The nth of what can be recorded under the policy. */
  readonly which: number;
  readonly holds: boolean;
  readonly about: { readonly from: number; readonly days: number } | null;
  /** The adult it concerns, where it is said. */
  readonly adult: string | null;
}

const days = { min: 0, max: 125 };
export const spellCodes = ['O', 'I', 'U', 'L', '.', 'N', 'G', 'M', 'X', 'V', 'E', 'C', 'Y', 'D'];

export const spells = array(
  record({
    at: integer({ min: 0, max: 110 }),
    sessions: integer({ min: 1, max: 16 }),
    code: constantFrom(...spellCodes),
  }),
  { maxLength: 7 },
);

export const loggedEntries: Arbitrary<readonly LoggedChoice[]> = array(
  record({
    day: integer(days),
    minute: option(integer({ min: 480, max: 960 }), { freq: 3 }),
    which: nat(60),
    holds: boolean(),
    about: option(record({ from: integer(days), days: integer({ min: 0, max: 12 }) }), { freq: 2 }),
    adult: option(constantFrom('mother', 'father'), { freq: 1 }),
  }),
  { maxLength: 8 },
);

export const cases: Arbitrary<CaseChoice> = record({
  calendar: calendars,
  spells,
  logged: loggedEntries,
  onRollFrom: option(integer({ min: 0, max: 90 }), { freq: 2 }),
  onRollTo: option(integer({ min: 60, max: 125 }), { freq: 1 }),
  age: option(integer({ min: 4, max: 17 }), { freq: 2 }),
  familySchools: option(integer({ min: 1, max: 3 }), { freq: 2 }),
  facts: record({ pupil: option(boolean()), school: option(boolean()) }),
  asAt: integer(days),
  wholeDay: boolean(),
});

/** What can be written in the log: a judgement, or an act and what became of it. */
export interface Recordable {
  readonly name: string;
  readonly done: string | null;
}

export function asAtOf(choice: CaseChoice): Day {
  return addDays(firstMonday, choice.asAt);
}

/** The case as known on a day: marks and entries of later days left out, as they were not there yet. */
export function caseOf(choice: CaseChoice, recordable: readonly Recordable[], upTo: Day = asAtOf(choice)): PupilCase {
  const calendar = calendarOf(choice.calendar);
  const onRoll = { onRollFrom: dayAt(choice.onRollFrom), onRollTo: dayAt(choice.onRollTo) };
  const half = choice.wholeDay ? ('PM' as const) : ('AM' as const);
  const last = { day: upTo, half };
  const marks = marksOf(calendar, choice.spells).filter(
    ({ session }) => session.day < upTo || (session.day === upTo && (half === 'PM' || session.half === 'AM')),
  );
  return {
    school: 'school',
    schoolFacts: choice.facts.school === null ? {} : { traded: choice.facts.school },
    pupil: 'pupil',
    pupilFacts: choice.facts.pupil === null ? {} : { carer: choice.facts.pupil },
    dateOfBirth: choice.age === null ? undefined : addMonths(isoDay('2024-08-20'), -12 * choice.age),
    ...(choice.familySchools === null ? {} : { family: familyIn(choice.familySchools) }),
    onRoll,
    register: pupilRegister(calendar, codes, onRoll, marks),
    log: { entries: entriesOf(choice.logged, recordable).filter((entry) => entry.day <= upTo) },
    registerTo: last,
  };
}

/** One child at each of so many schools. */
function familyIn(schools: number): readonly FamilyMember[] {
  return Array.from({ length: schools }, (_, index) =>
    index === 0 ? { pupil: 'pupil', school: 'school' } : { pupil: `child-${index}`, school: `school-${index}` },
  );
}

/** Every session of the calendar with its mark: attended, but for the spells, later ones over earlier. */
export function marksOf(calendar: SchoolCalendar, given: CaseChoice['spells']): Pick<Mark, 'session' | 'code'>[] {
  return calendar.schoolDays.flatMap((day, index) =>
    (['AM', 'PM'] as const).flatMap((half, afternoon) => {
      const at = index * 2 + afternoon;
      const spell = given.findLast((each) => each.at <= at && at < each.at + each.sessions);
      const code = spell?.code ?? (half === 'AM' ? '/' : '\\');
      return code === '.' ? [] : [{ session: { day, half }, code }];
    }),
  );
}

export function entriesOf(logged: readonly LoggedChoice[], recordable: readonly Recordable[]): readonly CaseEntry[] {
  if (recordable.length === 0) return [];
  return logged.map((each, index): CaseEntry => {
    const { name, done } = recordable[each.which % recordable.length]!;
    const entry = {
      id: `entry-${index}`,
      day: addDays(firstMonday, each.day),
      time: each.minute === null ? undefined : (each.minute as ClockTime),
      recordedAt: '',
      by: 'office',
      note: '',
    };
    if (done === null) return { ...entry, kind: 'judgement', name, holds: each.holds };
    const from = each.about && addDays(firstMonday, each.about.from);
    const about = from === null || each.about === null ? undefined : { from, to: addDays(from, each.about.days) };
    return { ...entry, kind: 'act', name, done, about, ...(each.adult === null ? {} : { adult: each.adult }) };
  });
}

function dayAt(offset: number | null): Day | undefined {
  return offset === null ? undefined : addDays(firstMonday, offset);
}
