import type { MarkReading, PupilDetails, QuarantinedEntry } from '../../register/import/register-reading.ts';

/** What one import brings to one school's register: taken as a whole or not at all. */
export interface RegisterBatch {
  readonly school: string;
  /** Where it came from, as a person knows it: a file name. It stands in the reason of every amendment it causes. */
  readonly source: string;
  readonly profile: string;
  /** Who brought it: a staff id or a role. */
  readonly by: string;
  /** Instant (ISO 8601, UTC). */
  readonly at: string;
  readonly pupils: readonly PupilBatch[];
  /** Groups of codes that say the same in either session: one in place of another amends nothing. */
  readonly alike?: readonly (readonly string[])[] | undefined;
}

/** One pupil of a batch, known by UPN. */
export interface PupilBatch {
  readonly upn: string;
  readonly details: PupilDetails;
  /** At most one for a session. */
  readonly marks: readonly MarkReading[];
  readonly quarantined: readonly QuarantinedEntry[];
}

/** A pupil of the batch with the store's id. */
export interface KnownPupil extends PupilBatch {
  readonly id: string;
}

export interface StoredQuarantine extends QuarantinedEntry {
  readonly pupil: string;
  readonly source: string;
  /** Instant it was first seen. */
  readonly at: string;
  /** Instant a later import brought a known code for the session; undefined while it waits. */
  readonly settledAt: string | undefined;
}

/** What an import changed. `added`, `amended` and `unchanged` add up to the marks of the batch. */
export interface ImportOutcome {
  readonly added: number;
  readonly amended: number;
  readonly unchanged: number;
  /** Set aside and not set aside before. */
  readonly quarantined: number;
  readonly pupilsAdded: number;
  readonly pupilsChanged: number;
}
