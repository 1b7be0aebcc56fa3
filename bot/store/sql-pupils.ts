import type { Kysely } from 'kysely';
import type { Day } from '../../register/day.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Connection } from './connection.ts';
import { newId } from './ids.ts';
import { sqlAdults } from './sql-adults.ts';
import { sqlFacts } from './sql-facts.ts';
import { lockSchool } from './sql-schools.ts';
import type { NewPupil, Pupils } from './store.ts';
import type { PupilRow, Tables } from './tables.ts';

export function sqlPupils(connection: Connection): Pupils {
  const { db, write } = connection;
  return {
    async pupil(id) {
      const row = await db.selectFrom('pupil').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toPupil(row);
    },

    async pupils(school) {
      return (await pupilRows(db, school)).map(toPupil).toSorted(byName);
    },

    async pupilByUpn(school, upn) {
      const row = await rowByUpn(db, school, upn);
      return row && toPupil(row);
    },

    savePupil: (pupil) =>
      write(async (transaction) => {
        await lockSchool(transaction, pupil.school);
        const before = await rowByUpn(transaction, pupil.school, pupil.upn);
        const row = toRow(pupil, before?.id ?? newId());
        if (before) await transaction.updateTable('pupil').set(row).where('id', '=', row.id).execute();
        else await transaction.insertInto('pupil').values(row).execute();
        return toPupil(row);
      }),

    async pupilsOfFamily(school, family) {
      const rows = await db
        .selectFrom('pupil')
        .selectAll()
        .where('school', '=', school)
        .where('family', '=', family)
        .execute();
      return rows.map(toPupil).toSorted(byName);
    },

    ...sqlAdults(connection),
    ...sqlFacts(connection),
  };
}

export function pupilRows(db: Kysely<Tables>, school: string): Promise<PupilRow[]> {
  return db.selectFrom('pupil').selectAll().where('school', '=', school).execute();
}

function rowByUpn(db: Kysely<Tables>, school: string, upn: string): Promise<PupilRow | undefined> {
  return db.selectFrom('pupil').selectAll().where('school', '=', school).where('upn', '=', upn).executeTakeFirst();
}

function toPupil(row: PupilRow): Pupil {
  return {
    id: row.id,
    school: row.school,
    upn: row.upn,
    surname: row.surname,
    forename: row.forename,
    dateOfBirth: toDay(row.date_of_birth),
    yearGroup: row.year_group,
    registrationGroup: row.registration_group,
    onRollFrom: toDay(row.on_roll_from),
    onRollTo: toDay(row.on_roll_to),
    family: row.family ?? undefined,
    facts: JSON.parse(row.facts) as Pupil['facts'],
  };
}

function toRow(pupil: NewPupil, id: string): PupilRow {
  return {
    id,
    school: pupil.school,
    upn: pupil.upn,
    surname: pupil.surname,
    forename: pupil.forename,
    date_of_birth: pupil.dateOfBirth ?? null,
    year_group: pupil.yearGroup,
    registration_group: pupil.registrationGroup,
    on_roll_from: pupil.onRollFrom ?? null,
    on_roll_to: pupil.onRollTo ?? null,
    family: pupil.family ?? null,
    facts: JSON.stringify(pupil.facts),
  };
}

function toDay(value: number | null): Day | undefined {
  return value === null ? undefined : (value as Day);
}

const collator = new Intl.Collator('en-GB');

function byName(a: Pupil, b: Pupil): number {
  return collator.compare(a.surname, b.surname) || collator.compare(a.forename, b.forename) || (a.id < b.id ? -1 : 1);
}
