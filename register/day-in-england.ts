import type { Day } from './day.ts';
import { addDays, dayOf, partsOf, weekdayOf } from './day.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * The day it is in England at an instant, in milliseconds since 1970 began in UTC. Clocks are one hour ahead of UTC from
 * 01:00 on the last Sunday of March to 01:00 on the last Sunday of October (Summer Time Act 1972, as amended in 2002).
 */
export function dayInEngland(instant: number): Day {
  const utc = Math.floor(instant / day) as Day;
  const { year } = partsOf(utc);
  const ahead = instant >= changeover(year, 3) && instant < changeover(year, 10);
  return Math.floor((instant + (ahead ? hour : 0)) / day) as Day;
}

/** The last instant of a day in England, in milliseconds since 1970 began in UTC. */
export function endOfDayInEngland(of: Day): number {
  const utc = (of + 1) * day - 1;
  // In summer the day in England has ended an hour before the day in UTC.
  return dayInEngland(utc) > of ? utc - hour : utc;
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function changeover(year: number, month: 3 | 10): number {
  const last = dayOf(year, month, 31)!;
  return addDays(last, -(weekdayOf(last) % 7)) * day + hour;
}
