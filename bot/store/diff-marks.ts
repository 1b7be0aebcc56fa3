import type { MarkReading } from '../../register/import/register-reading.ts';
import type { KnownPupil } from './register-batch.ts';
import type { AmendmentRow, MarkRow } from './tables.ts';

export interface MarksDiff {
  /** New and amended marks as they are to stand. */
  readonly marks: MarkRow[];
  readonly amendments: Omit<AmendmentRow, 'number'>[];
  readonly added: number;
  readonly unchanged: number;
}

export interface ImportRun {
  readonly run: string;
  readonly source: string;
  readonly by: string;
  readonly at: string;
  readonly alike?: readonly (readonly string[])[] | undefined;
}

/** What a batch changes in the marks of some pupils. The same marks again change nothing. */
export function diffMarks(pupils: readonly KnownPupil[], before: readonly MarkRow[], run: ImportRun): MarksDiff {
  const stored = new Map<string, Map<number, MarkRow>>();
  for (const row of before) {
    const marks = stored.get(row.pupil) ?? new Map<number, MarkRow>();
    stored.set(row.pupil, marks.set(row.day * 2 + row.half, row));
  }
  const diff = { marks: [] as MarkRow[], amendments: [] as MarksDiff['amendments'], added: 0, unchanged: 0 };
  for (const pupil of pupils) {
    const marks = stored.get(pupil.id);
    for (const mark of pupil.marks) {
      const half = mark.session.half === 'AM' ? 0 : 1;
      const former = marks?.get(mark.session.day * 2 + half);
      if (!former) {
        diff.added += 1;
        diff.marks.push(newMark(pupil.id, mark, half, run));
      } else if (saysTheSame(former, mark, run)) {
        diff.unchanged += 1;
      } else {
        diff.marks.push({ ...former, code: mark.code, minutes_late: mark.minutesLate ?? null, import_run: run.run });
        diff.amendments.push(amendment(former, mark, run));
      }
    }
  }
  return diff;
}

function saysTheSame(former: MarkRow, mark: MarkReading, { alike = [] }: ImportRun): boolean {
  const sameCode =
    former.code === mark.code || alike.some((group) => group.includes(former.code) && group.includes(mark.code));
  return sameCode && (mark.minutesLate === undefined || mark.minutesLate === former.minutes_late);
}

function newMark(pupil: string, mark: MarkReading, half: number, run: ImportRun): MarkRow {
  return {
    pupil,
    day: mark.session.day,
    half,
    code: mark.code,
    minutes_late: mark.minutesLate ?? null,
    recorded_at: run.at,
    import_run: run.run,
  };
}

function amendment(former: MarkRow, mark: MarkReading, run: ImportRun): Omit<AmendmentRow, 'number'> {
  return {
    pupil: former.pupil,
    day: former.day,
    half: former.half,
    original: former.code,
    amended: mark.code,
    original_minutes: former.minutes_late,
    amended_minutes: mark.minutesLate ?? null,
    reason: `import of ${run.source}`,
    at: run.at,
    by: run.by,
  };
}
