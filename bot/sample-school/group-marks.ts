import { isoDay } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { schoolDaysBefore } from '../../register/school-calendar.ts';
import type { Random } from './random.ts';

/**
 * One code a session for a whole registration group, as if nobody were ever away: present, out on a visit, at the
 * next school, at home in the first afternoons of Reception, or a register that nobody took (`''`).
 * On the days in `alwaysTaken` the register was taken.
 */
export function groupMarks(
  calendar: SchoolCalendar,
  year: number,
  alwaysTaken: ReadonlySet<number>,
  random: Random,
): string[] {
  const codes = calendar.schoolDays.flatMap(() => ['/', '\\']);
  const index = (day: string) => schoolDaysBefore(calendar, isoDay(day));
  const fill = (firstDay: number, days: number, code: string) => codes.fill(code, firstDay * 2, (firstDay + days) * 2);

  fill(random.between(index('2023-10-02'), index('2023-11-30')), 1, 'V');
  fill(random.between(index('2024-04-15'), index('2024-06-20')), 1, 'V');
  if (year === 6) fill(index('2024-06-12'), 3, 'V');
  if (year === 6) fill(index('2024-07-03'), 2, 'B');
  // Under fives need not attend full time; they stay for the morning in their first week.
  if (year === 0) for (let day = 0; day < index('2023-09-11'); day++) codes[day * 2 + 1] = 'X';

  const notTaken = random.between(0, codes.length - 1);
  if (random.chance(0.6) && !alwaysTaken.has(notTaken >> 1)) codes[notTaken] = '';
  return codes;
}
