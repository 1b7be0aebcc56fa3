import type { Day } from '../day.ts';
import type { HalfDay, Session } from '../session.ts';
import type { ProblemList } from './import-problem.ts';
import { differingColumn, laterDetails } from './same-pupil.ts';
import type { MarkReading, PupilDetails, PupilReading, QuarantinedEntry } from './register-reading.ts';

/** What one row (or one cell of a wide register) says. An empty code: the register was not taken. */
export interface Statement {
  readonly row: number;
  readonly column: string;
  readonly session: Session;
  readonly code: string;
  readonly minutesLate: number | undefined;
  readonly known: boolean;
  /** The school was closed, or the pupil off roll. */
  readonly notCounted: boolean;
}

/** All that a file has said so far, so that rows which disagree can be told and none of them taken. */
export interface SessionLedger {
  /** False where the row is about someone else under the same UPN: every row of that UPN is refused. */
  pupil(upn: string, row: number, details: PupilDetails, day: Day | undefined): boolean;
  state(upn: string, statement: Statement): void;
  size(): { readonly pupils: number; readonly sessions: number };
  readings(): LedgerReadings;
}

export interface LedgerReadings {
  readonly pupils: readonly PupilReading[];
  readonly notCounted: number;
  readonly disagreements: number;
  readonly repeatedRows: number;
}

interface Entry {
  readonly code: string;
  readonly row: number;
  readonly known: boolean;
  readonly notCounted: boolean;
  minutesLate: number | undefined;
  disputed: boolean;
}

interface PupilEntry {
  details: PupilDetails;
  detailsDay: number;
  readonly firstRow: number;
  disputed: boolean;
  readonly sessions: Map<number, Entry>;
}

/** @param alike groups of codes that say the same in either session */
export function sessionLedger(alike: readonly (readonly string[])[], problems: ProblemList): SessionLedger {
  const pupils = new Map<string, PupilEntry>();
  const sameAs = new Map(alike.flatMap((group) => group.map((code) => [code, group[0]!])));
  const canonical = (code: string): string => sameAs.get(code) ?? code;
  let sessions = 0;
  let disagreements = 0;
  let repeatedRows = 0;

  return {
    pupil(upn, row, details, day) {
      const known = pupils.get(upn);
      if (!known) {
        const entry = { details, detailsDay: day ?? 0, firstRow: row, disputed: false, sessions: new Map() };
        pupils.set(upn, entry);
        return true;
      }
      const column = differingColumn(known.details, details);
      if (column !== undefined) {
        if (!known.disputed) disagreements += 1;
        known.disputed = true;
        problems.addOnce(`pupil ${upn}`, {
          kind: 'disagreement',
          row,
          column,
          found: `another ${column} for the UPN than in row ${known.firstRow}`,
          expected: 'one pupil for a UPN',
          done: 'no row of this UPN was taken',
        });
      } else if ((day ?? 0) >= known.detailsDay) {
        known.details = laterDetails(known.details, details);
        known.detailsDay = day ?? 0;
      }
      return !known.disputed;
    },

    state(upn, statement) {
      const entries = pupils.get(upn)!.sessions;
      const { session, row, column, code, minutesLate, known, notCounted } = statement;
      const key = session.day * 2 + (session.half === 'AM' ? 0 : 1);
      const earlier = entries.get(key);
      if (!earlier) {
        sessions += 1;
        entries.set(key, { code, row, known, notCounted, minutesLate, disputed: false });
        return;
      }
      const minutesAgree =
        earlier.minutesLate === undefined || minutesLate === undefined || earlier.minutesLate === minutesLate;
      if (canonical(earlier.code) === canonical(code) && minutesAgree) {
        earlier.minutesLate ??= minutesLate;
        repeatedRows += 1;
        problems.addOnce('repeated', {
          kind: 'repeated',
          row,
          column: null,
          found: `what row ${earlier.row} says`,
          expected: 'each session once',
          done: 'taken once',
        });
        return;
      }
      if (!earlier.disputed) disagreements += 1;
      earlier.disputed = true;
      problems.add({
        kind: 'disagreement',
        row,
        column,
        found: `${said(code, minutesLate)}, where row ${earlier.row} says ${said(earlier.code, earlier.minutesLate)}`,
        expected: 'one mark for a session',
        done: 'neither row was taken',
      });
    },

    size: () => ({ pupils: pupils.size, sessions }),

    readings() {
      let notCounted = 0;
      const readings: PupilReading[] = [];
      for (const [upn, pupil] of pupils) {
        if (pupil.disputed) continue;
        const reading = readingOf(upn, pupil);
        notCounted += reading.notCounted;
        readings.push(reading.pupil);
        pupil.sessions.clear();
      }
      return { pupils: readings, notCounted, disagreements, repeatedRows };
    },
  };
}

function readingOf(upn: string, { details, sessions }: PupilEntry): { pupil: PupilReading; notCounted: number } {
  const marks: MarkReading[] = [];
  const quarantined: QuarantinedEntry[] = [];
  const notTaken: PupilReading['notTaken'][number][] = [];
  let notCounted = 0;
  for (const [key, entry] of sessions) {
    if (entry.disputed) continue;
    const half: HalfDay = key % 2 === 0 ? 'AM' : 'PM';
    const session: Session = { day: Math.floor(key / 2) as Day, half };
    if (entry.code === '') notTaken.push({ session, row: entry.row });
    else if (!entry.known) quarantined.push({ session, code: entry.code, row: entry.row });
    else {
      marks.push({ session, code: entry.code, minutesLate: entry.minutesLate });
      if (entry.notCounted) notCounted += 1;
    }
  }
  return { pupil: { upn, details, marks, quarantined, notTaken }, notCounted };
}

function said(code: string, minutesLate: number | undefined): string {
  const what = code === '' ? 'not taken' : code;
  return minutesLate === undefined ? what : `${what}, ${minutesLate} minutes late`;
}
