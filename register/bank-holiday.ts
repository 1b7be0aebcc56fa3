import type { Closure } from './school-calendar.ts';

const named = /bank holiday|good friday|easter monday|christmas day|boxing day|new year[’']?s day/i;

/**
 * Whether a closure of a school calendar is a bank or public holiday in England: one that the calendar calls so, or by
 * the name of one (Banking and Financial Dealings Act 1971, Schedule 1; Good Friday and Christmas Day at common law).
 */
export function isBankHoliday({ why }: Pick<Closure, 'why'>): boolean {
  return named.test(why);
}
