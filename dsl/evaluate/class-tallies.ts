import type { Day } from '../../register/day.ts';
import type { OnRoll, PupilRegister } from '../../register/pupil-register.ts';
import type { SchoolCalendar, SchoolPhase } from '../../register/school-calendar.ts';
import type { Session } from '../../register/session.ts';
import type { UnitName } from '../resolve/policy.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CalendarTables, Span } from '../compile/calendar-tables.ts';
import type { ClassRewardFinding, ClassTally } from './classes.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { isOnRoll, NOT_TAKEN } from '../../register/pupil-register.ts';
import { sameYearGroup } from '../../register/year-group.ts';
import { calendarTables, current, previous } from '../compile/calendar-tables.ts';
import { membersOf } from '../compile/session-classes.ts';
import { classRewards } from './classes.ts';

/** A pupil as a class is counted: whose class it is, and the register. */
export interface ClassMember {
  readonly class: string;
  readonly yearGroup: string;
  readonly onRoll: OnRoll;
  readonly register: PupilRegister;
}

/** The classes of a school as its rewards are asked about them. */
export interface ClassRegisters {
  readonly calendar: SchoolCalendar;
  readonly pupils: readonly ClassMember[];
  /** The last session with a mark of anyone. */
  readonly registerTo: Session | undefined;
}

/** A class reward over one period: `earned` once the register is taken to its last session, before that so far. */
export interface DatedClassReward extends ClassRewardFinding {
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly state: 'earned' | 'so far';
}

/**
 * The rewards to classes as at a day, of the period that runs or last ran. What is given each week is told in the next:
 * until a week is over, the one before stands beside it. Where no mark lies in a period nothing is said of it.
 */
export function classRewardsAt(
  compiled: CompiledPolicy,
  registers: ClassRegisters,
  asAt: Day,
): readonly DatedClassReward[] {
  const tables = calendarTables(registers.calendar);
  const units = new Set(
    compiled.layers.flatMap(({ policy }) =>
      policy.rewards.filter(({ to }) => to.kind !== 'pupils').map(({ each }) => each),
    ),
  );
  const isDone = (period: Span): boolean => isOver(tables, period, asAt, registers.registerTo);
  return [...units].flatMap((each): readonly DatedClassReward[] => {
    const now = current(tables, each, asAt);
    if (!now) return undated(compiled, each, asAt);
    const before = each === 'school weeks' && !isDone(now) ? previous(tables, each, asAt) : undefined;
    return [...(before ? [before] : []), now].flatMap((period): readonly DatedClassReward[] => {
      const tallies = classTallies(registers, period, asAt);
      if (tallies.every(({ possible }) => possible === 0)) return [];
      const day = period.to < asAt ? period.to : asAt;
      return classRewards(compiled, tallies, each, day).map((found) => ({
        ...found,
        period: { from: formatIsoDay(period.from), to: formatIsoDay(period.to) },
        state: isDone(period) ? 'earned' : 'so far',
      }));
    });
  });
}

/** Without such periods in the calendar. */
function undated(compiled: CompiledPolicy, each: UnitName, asAt: Day): readonly DatedClassReward[] {
  const needs = [{ kind: 'data' as const, what: `the school calendar’s ${each}` }];
  return classRewards(compiled, [], each, asAt).map((found) => ({ ...found, needs, period: null, state: 'so far' }));
}

/** Every class's sessions of a period up to a day, in the order of the phases and of their names. Pupils of no class are left aside. */
export function classTallies(
  { calendar, pupils, registerTo }: ClassRegisters,
  period: Span,
  asAt: Day,
): readonly ClassTally[] {
  const tables = calendarTables(calendar);
  const first = tables.schoolDaysUpTo(addDays(period.from, -1));
  const last = tables.schoolDaysUpTo(period.to < asAt ? period.to : asAt);
  const phases = calendar.years.find(({ from, to }) => from <= period.from && period.from <= to)?.phases ?? [];
  const place = ({ phase }: ClassTally) => phases.findIndex(({ name }) => name === phase);
  const classes = [...Map.groupBy(pupils, (pupil) => pupil.class)].filter(([name]) => name !== '');
  return classes
    .map(([name, members]) => {
      const counts = members.map((member) => countsOf(member, first, last, registerTo));
      const there = members.filter((_, index) => counts[index]!.possible + counts[index]!.notTaken > 0);
      const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0);
      return {
        class: name,
        phase: phaseOf(there, phases),
        possible: sum('possible'),
        attended: sum('attended'),
        notTaken: sum('notTaken'),
      };
    })
    .toSorted((a, b) => place(a) - place(b) || (a.class < b.class ? -1 : 1));
}

interface Counts {
  readonly possible: number;
  readonly attended: number;
  readonly notTaken: number;
}

/** Between two counts of school days. As of a pupil, a register is missing only after their first mark. */
function countsOf(
  { onRoll, register }: ClassMember,
  first: number,
  last: number,
  registerTo: Session | undefined,
): Counts {
  const { sessions, calendar, codes } = register;
  const isPossible = membersOf(codes, { class: 'possible' });
  const isAttended = membersOf(codes, { class: 'attended' });
  const begins = sessions.findIndex((byte) => byte !== NOT_TAKEN);
  let possible = 0;
  let attended = 0;
  let notTaken = 0;
  for (let session = first * 2; session < last * 2; session++) {
    const byte = sessions[session]!;
    possible += isPossible[byte]!;
    attended += isAttended[byte]!;
    if (byte !== NOT_TAKEN || begins < 0 || session < begins || !registerTo) continue;
    const day = calendar.schoolDays[session >> 1]!;
    const isLater = day > registerTo.day || (day === registerTo.day && session % 2 === 1 && registerTo.half === 'AM');
    if (!isLater && isOnRoll(onRoll, day)) notTaken++;
  }
  return { possible, attended, notTaken };
}

/** The one phase that has the year groups of all its pupils. */
function phaseOf(members: readonly ClassMember[], phases: readonly SchoolPhase[]): string | null {
  const found = phases.filter(({ yearGroups }) =>
    members.every(({ yearGroup }) => yearGroups.some((each) => sameYearGroup(each, yearGroup))),
  );
  return found.length === 1 && members.length > 0 ? found[0]!.name : null;
}

/** Whether the register is taken to the last session of a period. */
function isOver(tables: CalendarTables, period: Span, asAt: Day, registerTo: Session | undefined): boolean {
  const last = tables.calendar.schoolDays[tables.schoolDaysUpTo(period.to) - 1];
  if (last === undefined || last > asAt || !registerTo) return false;
  return registerTo.day > last || (registerTo.day === last && registerTo.half === 'PM');
}
