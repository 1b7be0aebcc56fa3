import type { Day } from './day.ts';

/** The morning or the afternoon session of a school day; AM and PM are the register's own notation. */
export type HalfDay = 'AM' | 'PM';

export interface Session {
  readonly day: Day;
  readonly half: HalfDay;
}

/** Before, the same or after: negative, zero or positive. */
export function compareSessions(a: Session, b: Session): number {
  return a.day - b.day || (a.half === b.half ? 0 : a.half === 'AM' ? -1 : 1);
}
