import type { CodeTable } from '../../../register/attendance-code.ts';
import type { Day } from '../../../register/day.ts';
import type { SchoolCalendar } from '../../../register/school-calendar.ts';
import type { SessionSet } from '../../resolve/policy.ts';
import { mondayOf } from '../../../register/day.ts';
import { calendarTables } from '../calendar-tables.ts';
import type { CalendarTables } from '../calendar-tables.ts';
import { membersOf } from '../session-classes.ts';

/**
 * How a school's days are walked when many pupils are surveyed as at one day: in segments, each inside one school week,
 * split where a window begins. A segment's sessions are summed in one number, ten bits or so to a class.
 */
export interface Plan {
  readonly tables: CalendarTables;
  readonly codes: CodeTable;
  readonly asAt: Day;
  /** School days up to the day asked about. */
  readonly days: number;
  /** First school day of each segment, and one past the last. */
  readonly starts: Int32Array;
  /** By segment: index of its school week among the weeks walked. */
  readonly weekOf: Int32Array;
  /** By week: its first segment; and one past the last. */
  readonly weekStarts: Int32Array;
  readonly fields: readonly Field[];
  /** By pair of bytes, as a little-endian 16-bit number: what a school day adds. */
  readonly table: Float64Array;
  /** What a day of two present, punctual sessions adds. */
  readonly present: number;
}

/** A class of session, summed in some bits of the running number. */
export interface Field {
  readonly set: SessionSet;
  /** Powers of two: where its bits begin, and one more than they can hold. */
  readonly scale: number;
  readonly span: number;
  /** Exact, and quicker to multiply by than to divide by those or to take a remainder. */
  readonly oneOverScale: number;
  readonly oneOverSpan: number;
}

/** Undefined where the classes do not fit into one exact number: 53 bits. */
export function makePlan(
  calendar: SchoolCalendar,
  codes: CodeTable,
  asAt: Day,
  sets: readonly SessionSet[],
  windowStarts: readonly Day[],
): Plan | undefined {
  const tables = calendarTables(calendar);
  const days = tables.schoolDaysUpTo(asAt);
  const bits = Math.ceil(Math.log2(2 * days + 2));
  if (bits * sets.length > 52) return undefined;
  const span = 2 ** bits;
  const fields = sets.map((set, index): Field => {
    const scale = span ** index;
    return { set, scale, span, oneOverScale: 1 / scale, oneOverSpan: 1 / span };
  });
  const { starts, weekOf, weekStarts } = segments(calendar, days, new Set(windowStarts));
  const table = dayTable(codes, fields);
  return { tables, codes, asAt, days, starts, weekOf, weekStarts, fields, table, present: presentDay(codes, fields) };
}

function segments(calendar: SchoolCalendar, days: number, windowStarts: ReadonlySet<Day>) {
  const starts: number[] = [];
  const weekOf: number[] = [];
  const weekStarts: number[] = [];
  let monday: Day | undefined;
  for (let index = 0; index < days; index++) {
    const day = calendar.schoolDays[index]!;
    const week = mondayOf(day);
    if (week !== monday) weekStarts.push(starts.length);
    if (week !== monday || windowBetween(calendar, index, windowStarts)) {
      starts.push(index);
      weekOf.push(weekStarts.length - 1);
    }
    monday = week;
  }
  starts.push(days);
  weekStarts.push(weekOf.length);
  return { starts: Int32Array.from(starts), weekOf: Int32Array.from(weekOf), weekStarts: Int32Array.from(weekStarts) };
}

/** Whether some window begins after the school day before and on or before this one. */
function windowBetween(calendar: SchoolCalendar, index: number, windowStarts: ReadonlySet<Day>): boolean {
  const before = calendar.schoolDays[index - 1];
  if (before === undefined) return false;
  const day = calendar.schoolDays[index]!;
  return [...windowStarts].some((start) => before < start && start <= day);
}

function dayTable(codes: CodeTable, fields: readonly Field[]): Float64Array {
  const session = new Float64Array(256);
  for (const field of fields) {
    const members = membersOf(codes, field.set);
    for (let byte = 0; byte < 256; byte++) session[byte]! += members[byte]! * field.scale;
  }
  const table = new Float64Array(65_536);
  for (let pair = 0; pair < 65_536; pair++) table[pair] = session[pair & 255]! + session[pair >> 8]!;
  return table;
}

function presentDay(codes: CodeTable, fields: readonly Field[]): number {
  const code = codes.codes.findIndex((each) => each.meaning === 'present' && !each.late);
  const sum = fields.reduce((total, field) => total + membersOf(codes, field.set)[code + 1]! * field.scale, 0);
  return 2 * sum;
}
