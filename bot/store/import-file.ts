import type { CodeTable } from '../../register/attendance-code.ts';
import { problemList } from '../../register/import/import-problem.ts';
import { withProblems } from '../../register/import/import-report.ts';
import type { ImportReport } from '../../register/import/import-report.ts';
import type { Profile } from '../../register/import/profile.ts';
import { readAdults } from '../../register/import/read-adults.ts';
import { readCaseLog } from '../../register/import/read-case-log.ts';
import { readGroups } from '../../register/import/read-groups.ts';
import { readRegister } from '../../register/import/read-register.ts';
import type { ByteSource } from '../../register/import/read-rows.ts';
import type { PupilReading } from '../../register/import/register-reading.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { compareSessions } from '../../register/session.ts';
import type { Session } from '../../register/session.ts';
import type { ImportOutcome } from './register-batch.ts';
import type { Store } from './store.ts';

export interface FileToImport {
  readonly school: string;
  /** The name a person knows the file by; it stands in the reason of every amendment. */
  readonly name: string;
  readonly bytes: ByteSource;
  readonly profile: Profile;
  readonly codes: CodeTable;
  /** Left out: the school's calendar in the store. */
  readonly calendar?: SchoolCalendar | undefined;
  readonly by: string;
  /** Instant (ISO 8601, UTC). */
  readonly at: string;
  /** Tell what would change, and change nothing. */
  readonly dryRun?: boolean | undefined;
}

/** What came of a file. `refused`: nothing of it was taken, and the report says why. */
export interface FileImport {
  readonly kind: 'imported' | 'rehearsed' | 'refused';
  readonly report: ImportReport;
  readonly outcome: ImportOutcome & {
    readonly adultsChanged: number;
    readonly factsChanged: number;
    /** Entries of the case log, those that it held already left out. */
    readonly recorded: number;
  };
}

/**
 * Brings a file of marks, adults, groups or case log into the store, in one transaction. Bad input is told in the report; throws
 * StoreError where the school is not stored or the store fails.
 */
export async function importFile(store: Store, file: FileToImport): Promise<FileImport> {
  switch (file.profile.layout) {
    case 'long':
    case 'wide':
      return importMarks(store, file);
    case 'adults':
      return importAdults(store, file);
    case 'groups':
      return importGroups(store, file);
    case 'log':
      return importCaseLog(store, file);
  }
}

const nothing: FileImport['outcome'] = {
  added: 0,
  amended: 0,
  unchanged: 0,
  quarantined: 0,
  pupilsAdded: 0,
  pupilsChanged: 0,
  adultsChanged: 0,
  factsChanged: 0,
  recorded: 0,
};

async function importMarks(store: Store, file: FileToImport): Promise<FileImport> {
  const { school, profile, codes, name, by, at, dryRun } = file;
  const pupils = await store.pupils(school);
  const calendar = file.calendar ?? (await store.calendar(school));
  const roll = new Map(pupils.map((pupil) => [pupil.upn, pupil]));
  const reading = await readRegister(file.bytes, profile, { codes, calendar, roll });
  if (reading.kind === 'refused') return { kind: 'refused', report: reading.report, outcome: nothing };

  const report = await tellBlanks(store, school, reading.pupils, reading.report);
  const batch = { school, source: name, profile: profile.id, by, at, pupils: reading.pupils, alike: profile.alike };
  const outcome = dryRun === true ? await store.rehearseImport(batch) : await store.importRegister(batch);
  return { kind: dryRun === true ? 'rehearsed' : 'imported', report, outcome: { ...nothing, ...outcome } };
}

/** A blank never takes a mark away: where the register holds one, it stays, and the report says so. */
async function tellBlanks(
  store: Store,
  school: string,
  pupils: readonly PupilReading[],
  report: ImportReport,
): Promise<ImportReport> {
  if (report.counts.notTaken === 0) return report;
  const problems = problemList();
  const idOf = new Map((await store.pupils(school)).map((pupil) => [pupil.upn, pupil.id]));
  const stored = await store.marksOfSchool(school);
  for (const { upn, notTaken } of pupils) {
    const codeAt = new Map(
      (stored.get(idOf.get(upn) ?? '') ?? []).map((mark) => [sessionKey(mark.session), mark.code]),
    );
    for (const { session, row } of notTaken.toSorted((a, b) => compareSessions(a.session, b.session))) {
      const code = codeAt.get(sessionKey(session));
      if (code === undefined) continue;
      const expected = `the mark that the register holds: ${code}`;
      problems.add({ kind: 'not taken', row, column: null, found: 'a blank', expected, done: 'the mark stays' });
    }
  }
  return withProblems(report, problems);
}

function sessionKey({ day, half }: Session): number {
  return day * 2 + (half === 'AM' ? 0 : 1);
}

async function importAdults(store: Store, file: FileToImport): Promise<FileImport> {
  const { school, profile, bytes, dryRun } = file;
  const { kind, pupils, report } = await readAdults(bytes, profile, await upnsOf(store, school));
  if (kind === 'refused') return { kind, report, outcome: nothing };
  const adultsChanged =
    dryRun === true ? await store.rehearseAdults(school, pupils) : await store.saveAdults(school, pupils);
  return { kind: dryRun === true ? 'rehearsed' : 'imported', report, outcome: { ...nothing, adultsChanged } };
}

async function importGroups(store: Store, file: FileToImport): Promise<FileImport> {
  const { school, profile, bytes, dryRun } = file;
  const { kind, pupils, report } = await readGroups(bytes, profile, await upnsOf(store, school));
  if (kind === 'refused') return { kind, report, outcome: nothing };
  const factsChanged =
    dryRun === true ? await store.rehearseFacts(school, pupils) : await store.saveFacts(school, pupils);
  return { kind: dryRun === true ? 'rehearsed' : 'imported', report, outcome: { ...nothing, factsChanged } };
}

async function importCaseLog(store: Store, file: FileToImport): Promise<FileImport> {
  const { school, profile, bytes, dryRun, by, at } = file;
  const pupils = await store.pupils(school);
  const adultsOf = await store.adultsOfSchool(school);
  const adults = new Map(pupils.map(({ id, upn }) => [upn, adultsOf.get(id) ?? []]));
  const { kind, entries, report } = await readCaseLog(bytes, profile, new Set(adults.keys()), adults);
  if (kind === 'refused') return { kind, report, outcome: nothing };
  const recorded =
    dryRun === true
      ? await store.rehearseRecording(school, entries, { by, at })
      : await store.recordAll(school, entries, { by, at });
  return { kind: dryRun === true ? 'rehearsed' : 'imported', report, outcome: { ...nothing, recorded } };
}

async function upnsOf(store: Store, school: string): Promise<ReadonlySet<string>> {
  return new Set((await store.pupils(school)).map((pupil) => pupil.upn));
}
