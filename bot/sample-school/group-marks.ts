import type { Day } from '../../register/day.ts';
import { schoolDaysBefore } from '../../register/school-calendar.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { Random } from './random.ts';
import type { YearEvents } from './sample-plan.ts';

/** The days of a school: all of them, and how many there are marks of. */
export interface LivedDays {
  readonly calendar: SchoolCalendar;
  readonly schoolDays: readonly Day[];
}

/**
 * One code a session for a whole registration group, as if nobody were ever away: present, out on a visit, at the
 * next school, at home in the first afternoons of Reception, or a register that nobody took (`''`).
 * On the days in `alwaysTaken` the register was taken.
 */
export function groupMarks(
  { calendar, schoolDays }: LivedDays,
  events: YearEvents,
  year: number,
  alwaysTaken: ReadonlySet<number>,
  random: Random,
): string[] {
  const codes = schoolDays.flatMap(() => ['/', '\\']);
  const index = (day: Day) => schoolDaysBefore(calendar, day);
  const fill = (firstDay: number, days: number, code: string) => codes.fill(code, firstDay * 2, (firstDay + days) * 2);

  for (const [from, to] of events.visits) fill(random.between(index(from), index(to)), 1, 'V');
  for (const away of events.away) if (away.year === year) fill(index(away.from), away.days, away.code);
  // Under fives need not attend full time; they stay for the morning in their first days.
  const mornings = year === 0 && events.receptionMorningsUntil !== undefined ? index(events.receptionMorningsUntil) : 0;
  for (let day = 0; day < mornings; day++) codes[day * 2 + 1] = 'X';

  const notTaken = random.between(0, codes.length - 1);
  if (random.chance(0.6) && !alwaysTaken.has(notTaken >> 1)) codes[notTaken] = '';
  return codes;
}
