import type { Day } from '../../register/day.ts';
import type { Amendment, Mark } from '../../register/mark.ts';
import type { Session } from '../../register/session.ts';
import { groupBy } from './group-by.ts';
import { sessionKey } from './session-key.ts';
import type { AmendmentRow, MarkRow } from './tables.ts';

export type StoredMark = Omit<MarkRow, 'import_run'>;

/**
 * Marks by pupil, each with its amendments. Both lists come in order of pupil, session and number, so that one pass
 * joins them. With an instant: as known then, later marks and amendments left out.
 */
export function marksFrom(
  rows: readonly StoredMark[],
  amendments: readonly AmendmentRow[],
  asKnownAt?: string,
): Map<string, Mark[]> {
  const byPupil = new Map<string, Mark[]>();
  const sessionOf = sharedSessions();
  const amendmentsOf = groupBy(amendments, sessionKey);
  let marks: Mark[] = [];
  let pupil: string | undefined;
  for (const row of rows) {
    if (row.pupil !== pupil) {
      pupil = row.pupil;
      marks = [];
      byPupil.set(pupil, marks);
    }
    const all = amendments.length === 0 ? none : (amendmentsOf.get(sessionKey(row)) ?? none);
    if (asKnownAt === undefined) marks.push(markOf(row, sessionOf(row), all));
    else if (row.recorded_at <= asKnownAt) marks.push(markAsKnown(row, sessionOf(row), all, asKnownAt));
  }
  return byPupil;
}

const none: readonly AmendmentRow[] = [];

function markOf(row: StoredMark, session: Session, amendments: readonly AmendmentRow[]): Mark {
  return {
    session,
    code: row.code,
    minutesLate: row.minutes_late ?? undefined,
    recordedAt: amendments.at(-1)?.at ?? row.recorded_at,
    amendments: amendments.length === 0 ? noAmendments : amendments.map(toAmendment),
  };
}

const noAmendments: readonly Amendment[] = [];

/** What the amendments up to an instant made of the mark; before any, what the first of them replaced. */
function markAsKnown(row: StoredMark, session: Session, all: readonly AmendmentRow[], instant: string): Mark {
  const known = all.filter((each) => each.at <= instant);
  const last = known.at(-1);
  const [first] = all;
  const code = last?.amended ?? first?.original ?? row.code;
  const minutes = last ? last.amended_minutes : first ? first.original_minutes : row.minutes_late;
  return markOf({ ...row, code, minutes_late: minutes }, session, known);
}

function toAmendment({ original, amended, reason, at, by }: AmendmentRow): Amendment {
  return { original, amended, reason, at, by };
}

/** One object for a session, however many pupils have a mark for it. */
function sharedSessions(): (row: StoredMark) => Session {
  const sessions = new Map<number, Session>();
  return ({ day, half }) => {
    const key = day * 2 + half;
    const known = sessions.get(key);
    if (known) return known;
    const session: Session = { day: day as Day, half: half === 0 ? 'AM' : 'PM' };
    sessions.set(key, session);
    return session;
  };
}
