import type { Day } from '../../register/day.ts';
import type { Policy } from './policy.ts';
import { addDays, addMonths } from '../../register/day.ts';

/** The last day on which a policy's own review is in time: the day printed, or the last of the month. */
export function lastReviewDay({ day, monthOnly }: NonNullable<Policy['reviewDue']>): Day {
  return monthOnly ? addDays(addMonths(day, 1), -1) : day;
}
