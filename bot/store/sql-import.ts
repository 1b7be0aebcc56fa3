import type { Transaction } from 'kysely';
import { diffMarks } from './diff-marks.ts';
import { newId } from './ids.ts';
import { storedInstant } from './instant.ts';
import { inGroups, rowsAtOnce } from './in-groups.ts';
import { savePupils } from './import-pupils.ts';
import { saveQuarantine } from './import-quarantine.ts';
import type { ImportOutcome, RegisterBatch } from './register-batch.ts';
import { lockSchool } from './sql-schools.ts';
import { sessionKey } from './session-key.ts';
import type { MarkRow, Tables } from './tables.ts';

/** Pupils whose marks are compared at once: some 15,000 marks in memory for a school year. */
const pupilsAtOnce = 40;

/** Brings a batch into the register, inside the transaction it is given. */
export async function importBatch(db: Transaction<Tables>, batch: RegisterBatch): Promise<ImportOutcome> {
  const at = storedInstant(batch.at);
  await lockSchool(db, batch.school);
  const run = newId();
  const { pupils, pupilsAdded, pupilsChanged } = await savePupils(db, batch);
  const total = { added: 0, amended: 0, unchanged: 0, quarantined: 0, pupilsAdded, pupilsChanged };

  for (const group of inGroups(pupils, pupilsAtOnce)) {
    const ids = group.map((pupil) => pupil.id);
    const before = await db.selectFrom('mark').selectAll().where('pupil', 'in', ids).execute();
    const diff = diffMarks(group, before, { ...batch, at, run });
    await saveMarks(db, diff.marks);
    for (const amendments of inGroups(diff.amendments, rowsAtOnce)) {
      const numbered = await numberAmendments(db, ids, amendments);
      await db.insertInto('amendment').values(numbered).execute();
    }
    total.quarantined += await saveQuarantine(db, group, batch.source, at);
    total.added += diff.added;
    total.amended += diff.amendments.length;
    total.unchanged += diff.unchanged;
  }
  const { school, source, profile, by } = batch;
  await db
    .insertInto('import_run')
    .values({ id: run, school, source, profile, by, at, outcome: JSON.stringify(total) })
    .execute();
  return total;
}

async function saveMarks(db: Transaction<Tables>, marks: readonly MarkRow[]): Promise<void> {
  for (const rows of inGroups(marks, rowsAtOnce)) {
    await db
      .insertInto('mark')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['pupil', 'day', 'half']).doUpdateSet((row) => ({
          code: row.ref('excluded.code'),
          minutes_late: row.ref('excluded.minutes_late'),
          import_run: row.ref('excluded.import_run'),
        })),
      )
      .execute();
  }
}

/** Amendments of a session are numbered from 1, in the order they came. */
async function numberAmendments(
  db: Transaction<Tables>,
  pupils: readonly string[],
  amendments: readonly Omit<Tables['amendment'], 'number'>[],
): Promise<Tables['amendment'][]> {
  const stored = await db
    .selectFrom('amendment')
    .select((row) => ['pupil', 'day', 'half', row.fn.max('number').as('number')])
    .where('pupil', 'in', pupils)
    .groupBy(['pupil', 'day', 'half'])
    .execute();
  const lastOf = new Map(stored.map((row) => [sessionKey(row), row.number]));
  return amendments.map((each) => ({ ...each, number: (lastOf.get(sessionKey(each)) ?? 0) + 1 }));
}
