import { addDays, isoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { Random } from './random.ts';

/**
 * A date of birth for each pupil of one family, by school year (0 is Reception, of children who turned four before
 * 1 September 2023). Siblings are ten months apart or more; two in one year are twins.
 */
export function datesOfBirth(years: readonly number[], random: Random): Day[] {
  const byYear = new Map<number, Day>();
  let before: Day | undefined;
  for (const year of [...new Set(years)].sort((a, b) => b - a)) {
    const first = isoDay(`${2018 - year}-09-01`);
    const earliest = before === undefined ? first : Math.max(first, before + 300);
    const last = addDays(isoDay(`${2019 - year}-09-01`), -1);
    before = addDays(last, -random.between(0, last - earliest));
    byYear.set(year, before);
  }
  return years.map((year) => byYear.get(year)!);
}
