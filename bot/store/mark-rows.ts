import type { Day } from '../../register/day.ts';
import type { Amendment, Mark } from '../../register/mark.ts';

/** A mark joined to one of its amendments, or to none; rows come by pupil, session and order of amendment. */
export interface MarkJoinRow {
  readonly pupil: string;
  readonly day: number;
  readonly half: number;
  readonly code: string;
  readonly minutes_late: number | null;
  readonly recorded_at: string;
  readonly original: string | null;
  readonly amended: string | null;
  readonly original_minutes: number | null;
  readonly amended_minutes: number | null;
  readonly reason: string | null;
  readonly at: string | null;
  readonly by: string | null;
}

/** Marks by pupil, in session order, each with its amendments. */
export function marksFrom(rows: readonly MarkJoinRow[]): Map<string, Mark[]> {
  const byPupil = new Map<string, Mark[]>();
  let marks: Mark[] = [];
  let pupil: string | undefined;
  for (let index = 0; index < rows.length;) {
    const row = rows[index]!;
    if (row.pupil !== pupil) {
      pupil = row.pupil;
      marks = [];
      byPupil.set(pupil, marks);
    }
    const end = endOfMark(rows, index);
    marks.push(markOf(row, row.at === null ? noAmendments : rows.slice(index, end).map(amendmentOf)));
    index = end;
  }
  return byPupil;
}

/** The marks of one pupil as they stood at an instant: what was recorded or amended later is left out. */
export function asKnownAt(rows: readonly MarkJoinRow[], instant: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let index = 0; index < rows.length;) {
    const end = endOfMark(rows, index);
    const first = rows[index]!;
    if (first.recorded_at <= instant) {
      const all = rows.slice(index, end);
      const then = all.findLast((row) => row.at !== null && row.at <= instant);
      // Before any amendment, what stands now if there is none, and otherwise what the first one replaced.
      const code = then?.amended ?? first.original ?? first.code;
      const minutes = then ? then.amended_minutes : first.at === null ? first.minutes_late : first.original_minutes;
      const known = all.filter((row) => row.at !== null && row.at <= instant).map(amendmentOf);
      marks.push(markOf({ ...first, code, minutes_late: minutes }, known));
    }
    index = end;
  }
  return marks;
}

const noAmendments: readonly Amendment[] = [];

function endOfMark(rows: readonly MarkJoinRow[], start: number): number {
  const { pupil, day, half } = rows[start]!;
  let end = start + 1;
  while (end < rows.length && rows[end]!.half === half && rows[end]!.day === day && rows[end]!.pupil === pupil)
    end += 1;
  return end;
}

function markOf(row: MarkJoinRow, amendments: readonly Amendment[]): Mark {
  return {
    session: { day: row.day as Day, half: row.half === 0 ? 'AM' : 'PM' },
    code: row.code,
    minutesLate: row.minutes_late ?? undefined,
    recordedAt: amendments.at(-1)?.at ?? row.recorded_at,
    amendments,
  };
}

function amendmentOf(row: MarkJoinRow): Amendment {
  return {
    original: row.original ?? '',
    amended: row.amended ?? '',
    reason: row.reason ?? '',
    at: row.at ?? '',
    by: row.by ?? '',
  };
}
