import type { CaseEntry } from '../../register/case-log.ts';
import type { Connection } from './connection.ts';
import { newId } from './ids.ts';
import { storedInstant } from './instant.ts';
import { sameStanding, toEntry, undoingOf } from './log-rows.ts';
import { lockSchool } from './sql-schools.ts';
import type { SchoolLogs } from './store.ts';

export function sqlSchoolLogs({ db, write }: Connection): SchoolLogs {
  const withUndoing = db
    .selectFrom('school_entry')
    .leftJoin('school_undo', 'school_undo.entry', 'school_entry.id')
    .select(['school_entry.content', 'school_undo.by', 'school_undo.at', 'school_undo.reason'])
    .orderBy('school_entry.place');

  return {
    async schoolLog(school) {
      const rows = await withUndoing.where('school', '=', school).where('school_undo.at', 'is', null).execute();
      return { entries: rows.map(toEntry) };
    },

    async schoolHistory(school) {
      const rows = await withUndoing.where('school', '=', school).execute();
      return rows.map((row) => ({ entry: toEntry(row), undone: undoingOf(row) }));
    },

    async schoolOfEntry(entry) {
      const row = await db.selectFrom('school_entry').select('school').where('id', '=', entry).executeTakeFirst();
      return row?.school;
    },

    recordOfSchool: (school, entry) =>
      write(async (transaction) => {
        await lockSchool(transaction, school);
        const rows = await transaction
          .selectFrom('school_entry')
          .leftJoin('school_undo', 'school_undo.entry', 'school_entry.id')
          .select(['content', 'place', 'school_undo.at'])
          .where('school', '=', school)
          .orderBy('place')
          .execute();
        const standing = sameStanding(rows.filter(({ at }) => at === null).map(toEntry), entry);
        if (standing) return { entry: standing, isNew: false };
        const recorded = { ...entry, id: newId(), recordedAt: storedInstant(entry.recordedAt) } as CaseEntry;
        await transaction
          .insertInto('school_entry')
          .values({
            id: recorded.id,
            school,
            place: (rows.at(-1)?.place ?? 0) + 1,
            recorded_at: recorded.recordedAt,
            content: JSON.stringify(recorded),
          })
          .execute();
        return { entry: recorded, isNew: true };
      }),

    undoOfSchool: (entry, { by, at, reason }) =>
      write(async (transaction) => {
        const stored = await transaction
          .selectFrom('school_entry')
          .select('id')
          .where('id', '=', entry)
          .executeTakeFirst();
        if (!stored) return false;
        const undone = await transaction
          .insertInto('school_undo')
          .values({ entry, by, at: storedInstant(at), reason })
          .onConflict((conflict) => conflict.doNothing())
          .returning('entry')
          .executeTakeFirst();
        return undone !== undefined;
      }),
  };
}
