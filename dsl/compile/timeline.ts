import type { Act, CaseEntry, CaseLog, Judgement } from '../../register/case-log.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Adult } from '../../register/pupil.ts';
import type { OnRoll, PupilRegister } from '../../register/pupil-register.ts';
import type { FamilyMember } from '../../register/family.ts';
import type { Session } from '../../register/session.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { CodeTable } from '../../register/attendance-code.ts';
import type { ClassTable } from './session-classes.ts';
import { isOnRoll, NOT_TAKEN } from '../../register/pupil-register.ts';
import { calendarTables } from './calendar-tables.ts';
import type { CalendarTables } from './calendar-tables.ts';

/** What a policy may ask of an adult of the pupil. */
export type AdultFlags = Pick<Adult, 'id' | 'parentalResponsibility' | 'dayToDayCare' | 'doNotSend'>;

/** One pupil as a policy is asked about them: who they are, what the register holds, what people did. */
export interface PupilCase {
  readonly school: string;
  readonly schoolFacts: Readonly<Record<string, boolean>>;
  /** An opaque id. */
  readonly pupil: string;
  readonly pupilFacts: Readonly<Record<string, boolean>>;
  readonly dateOfBirth: Day | undefined;
  readonly onRoll: OnRoll;
  readonly register: PupilRegister;
  readonly log: CaseLog;
  /** The pupil's adults, where the caller knows them: letters then say to whom they go. */
  readonly adults?: readonly AdultFlags[] | undefined;
  /** The adult asked of, by id: what was done to others is left out. Left out: what is said is of all of them. */
  readonly adult?: string | undefined;
  /** The last session with a mark of anyone, as far as the caller read the register. */
  readonly registerTo: Session | undefined;
  /** The children of the pupil's family, the pupil among them. Left out: not known. */
  readonly family?: readonly FamilyMember[];
  /** The schools that belong to the cluster, trust or framework above: no document lists them. Left out: not known. */
  readonly memberSchools?: readonly string[];
}

/**
 * A pupil's days laid out for the compiled policy. Counts are running sums over school days, so that what lies in a
 * window is one subtraction, and every measure is a function of one day.
 */
export interface Timeline {
  readonly about: PupilCase;
  readonly calendar: SchoolCalendar;
  readonly codes: CodeTable;
  readonly tables: CalendarTables;
  /** First day that anything is asked of: joining, or the first mark. */
  readonly joined: Day;
  readonly asAt: Day;
  /** The minute of the day asked about; its end where it is not given. */
  readonly at: ClockTime | undefined;
  /** Sessions, two to a school day, whose register is not taken and of which people noted or reported that the pupil is absent. */
  readonly notedAbsent: ReadonlySet<number>;
  /** By class slot: sessions in the class on the first k school days, k from 0. */
  readonly sums: readonly Int32Array[];
  /** Sessions on roll and gone by for which the register was not taken, summed the same way. */
  readonly notTaken: Int32Array;
  readonly acts: ReadonlyMap<string, readonly Act[]>;
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  /** Entries in the order in which a day takes them. */
  readonly entries: readonly CaseEntry[];
  /** Ladder positions by day since `joined`, filled as they are asked for. */
  readonly positions: Map<string, LadderTrack>;
  /** What was worked out of these days already; see `remembered`. */
  readonly memory: Map<object, unknown>;
}

/** Where a pupil stood on a ladder: index of the stage, −1 for none, for each day since joining. */
export interface LadderTrack {
  readonly at: Int16Array;
  /** How many days are replayed, and whether one is being replayed now. */
  filled: number;
  filling: boolean;
  /** Stages by index whose condition came to hold and whose needs are not proved yet. */
  readonly waiting: Set<number>;
  /** The last day that a latched stage is kept, by its index. */
  readonly kept: Map<number, Day>;
  readonly moves: { readonly day: Day; readonly to: number; readonly why: string }[];
}

export function timeline(about: PupilCase, asAt: Day, classes: ClassTable, at?: ClockTime): Timeline {
  const { calendar, codes, sessions } = about.register;
  const tables = calendarTables(calendar);
  const last = Math.min(tables.schoolDaysUpTo(asAt), calendar.schoolDays.length);
  const { sums, first } = runningSums(sessions, last, calendar.schoolDays.length, classes.members(codes));
  const firstMark = first < 0 ? undefined : calendar.schoolDays[first];
  const joined = about.onRoll.onRollFrom ?? firstMark ?? calendar.years[0]?.from ?? asAt;
  const all = inOrder(about.log, asAt, at);
  const { adult } = about;
  const entries = adult === undefined ? all : all.filter((entry) => concerns(entry, adult));
  const logged = acts(entries);
  return {
    about,
    calendar,
    codes,
    tables,
    joined: joined > asAt ? asAt : joined,
    asAt,
    at,
    notedAbsent: notedAbsent(about, asAt, logged),
    sums,
    notTaken: missing(about, asAt, first, last),
    acts: logged,
    judgements: judgements(entries),
    entries,
    positions: new Map(),
    memory: new Map(),
  };
}

/** One pass over the pupil's days: every class's running sum at once. Sessions after the last day asked about do not count. */
function runningSums(
  sessions: Uint8Array,
  last: number,
  schoolDays: number,
  members: readonly Uint8Array[],
): { readonly sums: readonly Int32Array[]; readonly first: number } {
  const sums = members.map(() => new Int32Array(schoolDays + 1));
  let first = -1;
  for (let day = 0; day < last; day++) {
    const morning = sessions[day * 2]!;
    const afternoon = sessions[day * 2 + 1]!;
    if (first < 0 && (morning !== NOT_TAKEN || afternoon !== NOT_TAKEN)) first = day;
    for (let slot = 0; slot < sums.length; slot++) {
      const sum = sums[slot]!;
      const member = members[slot]!;
      sum[day + 1] = sum[day]! + member[morning]! + member[afternoon]!;
    }
  }
  for (const sum of sums) sum.fill(sum[last]!, last + 1);
  return { sums, first };
}

/** Sessions between the pupil's first mark and the last session anyone has a mark for, without a mark of their own. */
function missing(about: PupilCase, asAt: Day, first: number, last: number): Int32Array {
  const { calendar, sessions } = about.register;
  const sum = new Int32Array(calendar.schoolDays.length + 1);
  const end = about.registerTo;
  for (let day = 0; day < calendar.schoolDays.length; day++) {
    sum[day + 1] = sum[day]!;
    const [morning, afternoon] = [sessions[day * 2] === NOT_TAKEN, sessions[day * 2 + 1] === NOT_TAKEN];
    if ((!morning && !afternoon) || first < 0 || day < first || day >= last || !end) continue;
    const at = calendar.schoolDays[day]!;
    if (at > asAt || at > end.day || !isOnRoll(about.onRoll, at)) continue;
    if (morning) sum[day + 1]!++;
    if (afternoon && (at < end.day || end.half === 'PM')) sum[day + 1]!++;
  }
  return sum;
}

/**
 * `absence noted`, `absence reported`: of the session, or of all sessions of the days that it is about, up to the day. A
 * report that names no session is of those that were noted, where some were.
 */
function notedAbsent(
  { register }: PupilCase,
  asAt: Day,
  logged: ReadonlyMap<string, readonly Act[]>,
): ReadonlySet<number> {
  const noted = new Set<number>();
  const bySession = new Set(
    (logged.get(actKey('absence', 'noted')) ?? []).flatMap(({ half, day }) => (half === undefined ? [] : [day])),
  );
  for (const act of ['noted', 'reported'].flatMap((done) => logged.get(actKey('absence', done)) ?? [])) {
    if (act.half === undefined && act.about === undefined && act.done === 'reported' && bySession.has(act.day))
      continue;
    const { from, to } = act.about ?? { from: act.day, to: act.day };
    register.calendar.schoolDays.forEach((day, index) => {
      if (day < from || day > to || day > asAt) return;
      for (const [half, name] of (['AM', 'PM'] as const).entries()) {
        if (register.sessions[index * 2 + half] !== NOT_TAKEN) continue;
        if (act.half === undefined || act.half === name) noted.add(index * 2 + half);
      }
    });
  }
  return noted;
}

/** By day; on one day timed entries before untimed ones, each in the order recorded. */
function inOrder(log: CaseLog, asAt: Day, at: ClockTime | undefined): readonly CaseEntry[] {
  const last = at ?? 1440;
  return log.entries
    .filter((entry) => entry.day < asAt || (entry.day === asAt && (entry.time ?? 0) <= last))
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => a.entry.day - b.entry.day || (a.entry.time ?? 1440) - (b.entry.time ?? 1440) || a.index - b.index)
    .map(({ entry }) => entry);
}

/** What is logged without saying of whom concerns each of them. */
export function concerns(entry: CaseEntry, adult: string): boolean {
  return entry.kind !== 'act' || entry.adult === undefined || entry.adult === adult;
}

function acts(entries: readonly CaseEntry[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>();
  for (const entry of entries) {
    if (entry.kind !== 'act') continue;
    const key = actKey(entry.name, entry.done);
    const known = found.get(key);
    if (known) known.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

function judgements(entries: readonly CaseEntry[]): ReadonlyMap<string, readonly Judgement[]> {
  const found = new Map<string, Judgement[]>();
  for (const entry of entries) {
    if (entry.kind === 'judgement') found.set(entry.name, [...(found.get(entry.name) ?? []), entry]);
  }
  return found;
}

export function actKey(name: string, done: string): string {
  return `${name} ${done}`;
}
