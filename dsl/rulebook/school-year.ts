import type { Day } from '../../register/day.ts';
import { isoDay } from '../../register/day.ts';

/** Whether a day lies in a school year as it is written, `2021/22`: from 1 September to 31 August. */
export function isInSchoolYear(day: Day, schoolYear: string): boolean {
  const first = Number(schoolYear.slice(0, 4));
  return day >= isoDay(`${first}-09-01`) && day <= isoDay(`${first + 1}-08-31`);
}
