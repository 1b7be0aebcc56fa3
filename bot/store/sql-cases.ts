import type { Transaction } from 'kysely';
import type { CaseEntry, CaseLog } from '../../register/case-log.ts';
import type { LogEntry } from '../../register/import/read-case-log.ts';
import { rehearse } from './connection.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { newId } from './ids.ts';
import { storedInstant } from './instant.ts';
import { sameStanding, toEntry, undoingOf } from './log-rows.ts';
import { StoreError } from './store-error.ts';
import type { Signature } from './letter-record.ts';
import { pupilRows } from './sql-pupils.ts';
import { lockSchool } from './sql-schools.ts';
import type { Cases, LoggedEntry, NewCaseEntry } from './store.ts';
import type { Tables } from './tables.ts';

export function sqlCases({ db, write }: Connection): Cases {
  const withUndoing = db
    .selectFrom('case_entry')
    .leftJoin('case_undo', 'case_undo.entry', 'case_entry.id')
    .select(['case_entry.id', 'case_entry.pupil', 'case_entry.content', 'case_entry.recorded_at'])
    .select(['case_undo.by', 'case_undo.at', 'case_undo.reason'])
    .orderBy('case_entry.place');

  return {
    async caseLog(pupil, asKnownAt) {
      const known = asKnownAt === undefined ? undefined : storedInstant(asKnownAt);
      const rows = await withUndoing.where('case_entry.pupil', '=', pupil).execute();
      return {
        entries: rows
          .filter((row) => known === undefined || row.recorded_at <= known)
          .filter((row) => row.at === null || (known !== undefined && row.at > known))
          .map(toEntry),
      };
    },

    async caseLogsOfSchool(school) {
      const rows = await withUndoing
        .innerJoin('pupil', 'pupil.id', 'case_entry.pupil')
        .where('pupil.school', '=', school)
        .where('case_undo.at', 'is', null)
        .execute();
      const byPupil = new Map<string, CaseLog>();
      for (const [pupil, entries] of groupBy(rows, (row) => row.pupil)) {
        byPupil.set(pupil, { entries: entries.map(toEntry) });
      }
      return byPupil;
    },

    async pupilOfEntry(entry) {
      const row = await db.selectFrom('case_entry').select('pupil').where('id', '=', entry).executeTakeFirst();
      return row?.pupil;
    },

    async caseHistory(pupil) {
      const rows = await withUndoing.where('case_entry.pupil', '=', pupil).execute();
      return rows.map((row) => ({ entry: toEntry(row), undone: undoingOf(row) }));
    },

    record: (pupil, entry) =>
      write(async (transaction) => {
        await holdPupil(transaction, pupil);
        return insert(transaction, pupil, entry);
      }),

    recordOnce: (pupil, entry) =>
      write(async (transaction) => {
        await holdPupil(transaction, pupil);
        const rows = await transaction
          .selectFrom('case_entry')
          .leftJoin('case_undo', 'case_undo.entry', 'case_entry.id')
          .select('case_entry.content')
          .where('case_entry.pupil', '=', pupil)
          .where('case_undo.at', 'is', null)
          .orderBy('case_entry.place')
          .execute();
        const standing = sameStanding(rows.map(toEntry), entry);
        if (standing) return { entry: standing, isNew: false };
        return { entry: await insert(transaction, pupil, entry), isNew: true };
      }),

    recordAll: (school, entries, signature) =>
      write((transaction) => recordEach(transaction, school, entries, signature)),
    rehearseRecording: (school, entries, signature) =>
      rehearse(write, (transaction) => recordEach(transaction, school, entries, signature)),

    undo: (entry, { by, at, reason }) =>
      write(async (transaction) => {
        const stored = await transaction
          .selectFrom('case_entry')
          .select('id')
          .where('id', '=', entry)
          .executeTakeFirst();
        if (!stored) return false;
        const undone = await transaction
          .insertInto('case_undo')
          .values({ entry, by, at: storedInstant(at), reason })
          .onConflict((conflict) => conflict.doNothing())
          .returning('entry')
          .executeTakeFirst();
        return undone !== undefined;
      }),
  };
}

/** Of two who write to one pupil's log the second waits here. Throws where there is no such pupil. */
async function holdPupil(db: Transaction<Tables>, pupil: string): Promise<void> {
  const held = await db
    .updateTable('pupil')
    .set((row) => ({ facts: row.ref('facts') }))
    .where('id', '=', pupil)
    .executeTakeFirst();
  if (held.numUpdatedRows === 0n) throw new StoreError('no such pupil', 'the store holds no such pupil');
}

async function insert(db: Transaction<Tables>, pupil: string, entry: NewCaseEntry): Promise<CaseEntry> {
  const recorded = { ...entry, id: newId(), recordedAt: storedInstant(entry.recordedAt) } as CaseEntry;
  await add(db, pupil, [recorded]);
  return recorded;
}

/** Puts entries at the end of a pupil's log. */
async function add(db: Transaction<Tables>, pupil: string, entries: readonly CaseEntry[]): Promise<void> {
  const last = await db
    .selectFrom('case_entry')
    .select((row) => row.fn.max('place').as('place'))
    .where('pupil', '=', pupil)
    .executeTakeFirst();
  const rows = entries.map((entry, index) => ({
    id: entry.id,
    pupil,
    place: (last?.place ?? 0) + 1 + index,
    recorded_at: entry.recordedAt,
    content: JSON.stringify(entry),
  }));
  if (rows.length > 0) await db.insertInto('case_entry').values(rows).execute();
}

async function recordEach(
  db: Transaction<Tables>,
  school: string,
  entries: readonly LoggedEntry[],
  { by, at }: Signature,
): Promise<number> {
  await lockSchool(db, school);
  const idOf = new Map((await pupilRows(db, school)).map(({ upn, id }) => [upn, id]));
  let recorded = 0;
  for (const [upn, given] of groupBy(entries, (each) => each.upn)) {
    const pupil = idOf.get(upn);
    if (pupil === undefined) throw new StoreError('no such pupil', `the school has no pupil with the UPN ${upn}`);
    const stored = await db.selectFrom('case_entry').select('content').where('pupil', '=', pupil).execute();
    const held = new Set(stored.map((row) => sameness(toEntry(row))));
    const added = given.flatMap(({ entry }): CaseEntry[] => {
      const key = sameness(entry);
      if (held.has(key)) return [];
      held.add(key);
      return [{ ...entry, id: newId(), recordedAt: storedInstant(at), by: entry.by === '' ? by : entry.by }];
    });
    await add(db, pupil, added);
    recorded += added.length;
  }
  return recorded;
}

/** What makes two entries the same: what, when, about which days and whom, whoever recorded it. */
function sameness(entry: LogEntry): string {
  const { kind, name, day, time = null } = entry;
  return JSON.stringify([
    kind,
    name,
    entry.kind === 'act'
      ? [entry.done, entry.about?.from ?? null, entry.about?.to ?? null, entry.half ?? null, entry.adult ?? null]
      : entry.holds,
    day,
    time,
  ]);
}
