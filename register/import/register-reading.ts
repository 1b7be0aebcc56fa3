import type { Day } from '../day.ts';
import type { OnRoll } from '../pupil-register.ts';
import type { Session } from '../session.ts';
import type { CodeTable } from '../attendance-code.ts';
import type { SchoolCalendar } from '../school-calendar.ts';
import type { ImportReport } from './import-report.ts';

/** What a file of marks holds, once read. Refused: the report says why. */
export type RegisterReading =
  | { readonly kind: 'read'; readonly pupils: readonly PupilReading[]; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly report: ImportReport };

/** One pupil of a file of marks, known by UPN. */
export interface PupilReading {
  readonly upn: string;
  readonly details: PupilDetails;
  /** At most one for a session. */
  readonly marks: readonly MarkReading[];
  readonly quarantined: readonly QuarantinedEntry[];
  /** Sessions for which the file says that no register was taken, with the row that says so. */
  readonly notTaken: readonly { readonly session: Session; readonly row: number }[];
}

/** What a register says of a pupil beside the marks. A later file replaces it; an empty cell leaves what stood there. */
export interface PupilDetails {
  readonly surname: string;
  readonly forename: string;
  readonly dateOfBirth: Day | undefined;
  readonly yearGroup: string;
  readonly registrationGroup: string;
}

export interface MarkReading {
  readonly session: Session;
  readonly code: string;
  /** Whole minutes; undefined where the file does not say, which leaves an earlier figure for the same code alone. */
  readonly minutesLate: number | undefined;
}

/** A code that the table of its day does not know: set aside, never a mark, never dropped. */
export interface QuarantinedEntry {
  readonly session: Session;
  readonly code: string;
  readonly row: number;
}

/** What a file is read against. */
export interface ReadingContext {
  readonly codes: CodeTable;
  /** Undefined: no calendar yet, so that no mark can be told to be on a day without sessions. */
  readonly calendar: SchoolCalendar | undefined;
  /** The school's pupils so far, by UPN. */
  readonly roll: ReadonlyMap<string, OnRoll>;
}
