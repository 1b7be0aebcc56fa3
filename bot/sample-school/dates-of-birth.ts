import { addDays, isoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { Random } from './random.ts';

/**
 * A date of birth for each pupil of one family, by year group (0 is Reception, of children who turned four before
 * 1 September of the year in which the school year begins). Siblings are ten months apart or more; two in one year are twins.
 */
export function datesOfBirth(years: readonly number[], begins: number, random: Random): Day[] {
  const byYear = new Map<number, Day>();
  let before: Day | undefined;
  for (const year of [...new Set(years)].sort((a, b) => b - a)) {
    const first = isoDay(`${begins - 5 - year}-09-01`);
    const earliest = before === undefined ? first : Math.max(first, before + 300);
    const last = addDays(isoDay(`${begins - 4 - year}-09-01`), -1);
    before = addDays(last, -random.between(0, last - earliest));
    byYear.set(year, before);
  }
  return years.map((year) => byYear.get(year)!);
}
