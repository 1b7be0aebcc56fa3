import { parseIsoDay } from '../register/day.ts';
import type { Day } from '../register/day.ts';
import { dayInEngland } from '../register/day-in-england.ts';
import { CommandFailure } from './context.ts';

/** The day of an option, as `2024-03-28`; undefined where it was not given. */
export function readDay(option: string | undefined, name = '--as-at'): Day | undefined {
  if (option === undefined) return undefined;
  const day = parseIsoDay(option);
  if (day === undefined) {
    throw new CommandFailure(
      2,
      `${name} is “${option}”, which is no day. Write it as year-month-day: ${name} 2024-03-28`,
    );
  }
  return day;
}

/** Today by the clocks of England. */
export function today(): Day {
  return dayInEngland(Date.now());
}
