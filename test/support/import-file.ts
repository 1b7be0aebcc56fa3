import { addDays, isoDay } from '../../register/day.ts';
import type { ImportProblem } from '../../register/import/import-problem.ts';
import { genericLong } from '../../register/import/profile.ts';
import type { Profile } from '../../register/import/profile.ts';
import { readRegister } from '../../register/import/read-register.ts';
import type { ByteSource } from '../../register/import/read-rows.ts';
import type { RegisterReading } from '../../register/import/register-reading.ts';
import type { OnRoll } from '../../register/pupil-register.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import { codes } from './code-table.ts';

/** The school year from Monday 4 September 2023, closed for two days of training from Wednesday 6 September. */
export const calendar = schoolCalendar('widnes', [
  {
    from: isoDay('2023-09-04'),
    to: isoDay('2024-07-19'),
    terms: [],
    halfTerms: [],
    closures: [{ from: isoDay('2023-09-06'), to: addDays(isoDay('2023-09-06'), 1), why: 'Training' }],
  },
]);

export const longHeading =
  'upn,surname,forename,date of birth,year group,registration group,date,session,code,minutes late';

/** A long register of Amira Khan: each row is `date,session,code,minutes late`. */
export function amira(...rows: readonly string[]): string {
  return [longHeading, ...rows.map((row) => `A1,Khan,Amira,2014-02-03,5,5B,${row}`)].join('\n') + '\n';
}

export interface Imported {
  readonly reading: RegisterReading;
  /** `A1 2023-09-04 AM /`, in order. */
  readonly marks: readonly string[];
  /** `row 2, code: QQ (unknown code)`, in order. */
  readonly told: readonly string[];
}

export async function readMarks(
  file: string | ByteSource,
  profile: Profile = genericLong,
  roll: ReadonlyMap<string, OnRoll> = new Map(),
): Promise<Imported> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const reading = await readRegister(bytes, profile, { codes, calendar, roll });
  const marks = reading.kind === 'refused' ? [] : reading.pupils.flatMap(marksOfPupil);
  return { reading, marks: marks.toSorted(), told: reading.report.problems.map(told) };
}

function marksOfPupil({ upn, marks }: Extract<RegisterReading, { kind: 'read' }>['pupils'][number]): string[] {
  return marks.map(({ session, code, minutesLate }) => {
    const date = new Date(session.day * 86_400_000).toISOString().slice(0, 10);
    return `${upn} ${date} ${session.half} ${code}${minutesLate === undefined ? '' : ` ${minutesLate}`}`;
  });
}

export function told(problem: ImportProblem): string {
  const { row, column, found, kind, more } = problem;
  const where = row === null ? 'file' : column === null ? `row ${row}` : `row ${row}, ${column}`;
  return `${where}: ${found} (${kind})${more === 0 ? '' : ` and ${more} more`}`;
}
