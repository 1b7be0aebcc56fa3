import type { Transaction } from 'kysely';
import type { PupilDetails } from '../../register/import/register-reading.ts';
import { diffMarks } from './diff-marks.ts';
import { newId } from './ids.ts';
import { storedInstant } from './instant.ts';
import type { ImportOutcome, KnownPupil, PupilBatch, RegisterBatch } from './register-batch.ts';
import { pupilRows } from './sql-pupils.ts';
import { lockSchool } from './sql-schools.ts';
import type { MarkRow, PupilRow, QuarantineRow, Tables } from './tables.ts';

/** Pupils whose marks are compared at once: some 15,000 marks in memory for a school year. */
const pupilsAtOnce = 40;
/** Rows of one insert. SQLite takes 32,766 values in a statement, PostgreSQL 65,535. */
const rowsAtOnce = 500;

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

async function savePupils(
  db: Transaction<Tables>,
  batch: RegisterBatch,
): Promise<{ pupils: KnownPupil[]; pupilsAdded: number; pupilsChanged: number }> {
  const stored = new Map((await pupilRows(db, batch.school)).map((row) => [row.upn, row]));
  const added: PupilRow[] = [];
  let pupilsChanged = 0;
  const pupils: KnownPupil[] = [];
  for (const pupil of batch.pupils) {
    const before = stored.get(pupil.upn);
    if (before) {
      const changes = changesTo(before, pupil.details);
      if (changes) {
        pupilsChanged += 1;
        await db.updateTable('pupil').set(changes).where('id', '=', before.id).execute();
      }
      pupils.push({ ...pupil, id: before.id });
    } else {
      const row = newPupilRow(batch.school, pupil);
      added.push(row);
      pupils.push({ ...pupil, id: row.id });
    }
  }
  for (const rows of inGroups(added, rowsAtOnce)) await db.insertInto('pupil').values(rows).execute();
  return { pupils, pupilsAdded: added.length, pupilsChanged };
}

function newPupilRow(school: string, { upn, details }: PupilBatch): PupilRow {
  return {
    id: newId(),
    school,
    upn,
    ...detailColumns(details),
    on_roll_from: null,
    on_roll_to: null,
    family: null,
    facts: '{}',
  };
}

/** What a later file changes; an empty cell changes nothing. */
function changesTo(before: PupilRow, details: PupilDetails): Partial<PupilRow> | undefined {
  const given = Object.entries(detailColumns(details)).filter(([, value]) => value !== '' && value !== null);
  const changed = given.filter(([column, value]) => before[column as keyof PupilRow] !== value);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

function detailColumns(details: PupilDetails) {
  return {
    surname: details.surname,
    forename: details.forename,
    date_of_birth: details.dateOfBirth ?? null,
    year_group: details.yearGroup,
    registration_group: details.registrationGroup,
  };
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

/** Sets unknown codes aside, and settles those for whose session a known code has come. The count is of new ones. */
async function saveQuarantine(
  db: Transaction<Tables>,
  pupils: readonly KnownPupil[],
  source: string,
  at: string,
): Promise<number> {
  const given = pupils.flatMap(({ id, quarantined }) =>
    quarantined.map(({ session, code, row }): QuarantineRow => ({
      pupil: id,
      day: session.day,
      half: session.half === 'AM' ? 0 : 1,
      code,
      row,
      source,
      at,
      settled_at: null,
    })),
  );
  let added = 0;
  for (const rows of inGroups(given, rowsAtOnce)) {
    const inserted = await db
      .insertInto('quarantine')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('pupil')
      .execute();
    added += inserted.length;
  }
  const waiting = await db
    .selectFrom('quarantine')
    .select(['pupil', 'day', 'half', 'code'])
    .where(
      'pupil',
      'in',
      pupils.map((pupil) => pupil.id),
    )
    .where('settled_at', 'is', null)
    .execute();
  if (waiting.length === 0) return added;
  const marked = new Set(
    pupils.flatMap(({ id, marks }) =>
      marks.map(({ session }) => sessionKey({ pupil: id, day: session.day, half: session.half === 'AM' ? 0 : 1 })),
    ),
  );
  for (const row of waiting.filter((each) => marked.has(sessionKey(each)))) {
    await db
      .updateTable('quarantine')
      .set({ settled_at: at })
      .where('pupil', '=', row.pupil)
      .where('day', '=', row.day)
      .where('half', '=', row.half)
      .where('code', '=', row.code)
      .execute();
  }
  return added;
}

function sessionKey(row: { readonly pupil: string; readonly day: number; readonly half: number }): string {
  return `${row.pupil} ${row.day} ${row.half}`;
}

function* inGroups<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
