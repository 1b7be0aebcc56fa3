import type { Session } from './session.ts';

/** The code entered for one pupil at one session, as it is now, with every earlier entry kept. */
export interface Mark {
  readonly session: Session;
  readonly code: string;
  /** Whole minutes after the session began, where the register says; it never changes a code. */
  readonly minutesLate: number | undefined;
  /** Instant (ISO 8601, UTC) at which this entry was recorded. */
  readonly recordedAt: string;
  /** What stood here before, oldest first. */
  readonly amendments: readonly Amendment[];
}

/**
 * A mark changed afterwards: original and amended entry, reason, when and by whom, as the regulations require
 * (2006 Regulations; SI 2024/208 reg. 6).
 */
export interface Amendment {
  readonly original: string;
  readonly amended: string;
  readonly reason: string;
  /** Instant (ISO 8601, UTC). */
  readonly at: string;
  /** Name or title of the person, or the import that brought it. */
  readonly by: string;
}
