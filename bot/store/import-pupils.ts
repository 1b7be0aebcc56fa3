import type { Transaction } from 'kysely';
import type { PupilDetails } from '../../register/import/register-reading.ts';
import { newId } from './ids.ts';
import { inGroups, rowsAtOnce } from './in-groups.ts';
import type { KnownPupil, PupilBatch, RegisterBatch } from './register-batch.ts';
import { pupilRows } from './sql-pupils.ts';
import type { PupilRow, Tables } from './tables.ts';

/** Adds the pupils of a batch that are new, and brings the details of the others up to date. */
export async function savePupils(
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
