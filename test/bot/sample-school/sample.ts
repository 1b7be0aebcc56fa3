import { createHash } from 'node:crypto';
import { generateSchools } from '../../../bot/sample-school/generate.ts';
import { widnesPlan } from '../../../bot/sample-school/widnes-plan.ts';
import type { SampleSchool } from '../../../bot/sample-school/sample-school.ts';
import { writeFiles } from '../../../bot/sample-school/write-files.ts';
import type { SampleFiles } from '../../../bot/sample-school/write-files.ts';

export interface Sample {
  readonly school: SampleSchool;
  readonly files: SampleFiles;
  readonly marks: readonly Row[];
  readonly adults: readonly Row[];
}

export type Row = Readonly<Record<string, string>>;

const made = new Map<string, Sample>();

/** The Widnes sample and its files read back, by nothing but the columns; kept for the next test. */
export function sample(seed = widnesPlan().seed, pupils = 420): Sample {
  const key = JSON.stringify([seed, pupils]);
  const found = made.get(key);
  if (found) return found;
  const school = generateSchools(widnesPlan(pupils), seed)[0]!;
  const files = writeFiles(school);
  const result = { school, files, marks: readCsv(files['marks.csv']), adults: readCsv(files['adults.csv']) };
  made.set(key, result);
  return result;
}

export function digest(files: SampleFiles): string {
  return createHash('sha256').update(Object.values(files).join('\0')).digest('hex');
}

/** What one pupil's rows of `marks.csv` come to. */
export interface PupilTally {
  readonly upn: string;
  readonly name: string;
  readonly registrationGroup: string;
  readonly possible: number;
  readonly absent: number;
  readonly unauthorised: number;
}

/** Counted from the file, to a day inclusive, with the classes of the codes before 19 August 2024 written out here. */
export function tallies(marks: readonly Row[], asAt: string): PupilTally[] {
  return [...groupedBy(marks, (row) => row['upn']!)].map(([upn, rows]) => {
    const codes = rows.filter((row) => row['date']! <= asAt).map((row) => row['code']!);
    const count = (letters: string) => codes.filter((code) => code !== '' && letters.includes(code)).length;
    const [present, authorised, unauthorised] = [count('/\\LBJPVW'), count('CEHIMRST'), count('GNOU')];
    const { forename, surname } = rows[0]!;
    return {
      upn,
      name: `${forename} ${surname}`,
      registrationGroup: rows[0]!['registration group']!,
      possible: present + authorised + unauthorised,
      absent: authorised + unauthorised,
      unauthorised,
    };
  });
}

/** The column of the Attendance Support Map that a count of days absent falls in: 0 is *Everyone*, 6 is *19+*. */
export function mapColumn(daysAbsent: number): number {
  return [4, 7, 10, 13, 16, 19].filter((least) => daysAbsent >= least).length;
}

export function groupedBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** The sample quotes no field of `marks.csv` and none that spans lines, so that a plain split reads it. */
function readCsv(text: string): Row[] {
  const [header, ...rows] = text.trimEnd().split('\n');
  const columns = header!.split(',');
  return rows.map((row) => {
    const fields = row.includes('"') ? quotedFields(row) : row.split(',');
    if (fields.length !== columns.length) throw new Error(`${fields.length} fields, not ${columns.length}: ${row}`);
    return Object.fromEntries(columns.map((column, index) => [column, fields[index]!]));
  });
}

function quotedFields(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2]!,
  );
}
