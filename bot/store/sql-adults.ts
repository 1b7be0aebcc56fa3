import type { Transaction } from 'kysely';
import type { PupilAdultsReading } from '../../register/import/read-adults.ts';
import type { Adult } from '../../register/pupil.ts';
import { rehearse } from './connection.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { newId } from './ids.ts';
import { lockSchool } from './sql-schools.ts';
import { StoreError } from './store-error.ts';
import type { Pupils } from './store.ts';
import type { AdultRow, Tables } from './tables.ts';

/** The adults of each pupil. An adult of two siblings is kept once for each: what they are to one need not hold for the other. */
export function sqlAdults({
  db,
  write,
}: Connection): Pick<Pupils, 'adultsOf' | 'adultsOfSchool' | 'saveAdults' | 'rehearseAdults'> {
  return {
    async adultsOf(pupil) {
      const rows = await db.selectFrom('adult').selectAll().where('pupil', '=', pupil).orderBy('place').execute();
      return rows.map(toAdult);
    },

    async adultsOfSchool(school) {
      const rows = await db
        .selectFrom('adult')
        .innerJoin('pupil', 'pupil.id', 'adult.pupil')
        .selectAll('adult')
        .where('pupil.school', '=', school)
        .orderBy('adult.place')
        .execute();
      const byPupil = new Map<string, Adult[]>();
      for (const [pupil, adults] of groupBy(rows, (row) => row.pupil)) byPupil.set(pupil, adults.map(toAdult));
      return byPupil;
    },

    saveAdults: (school, adults) => write((transaction) => saveAll(transaction, school, adults)),
    rehearseAdults: (school, adults) => rehearse(write, (transaction) => saveAll(transaction, school, adults)),
  };
}

async function saveAll(
  db: Transaction<Tables>,
  school: string,
  adults: readonly PupilAdultsReading[],
): Promise<number> {
  await lockSchool(db, school);
  let changes = 0;
  for (const each of adults) changes += await replaceAdults(db, school, each);
  return changes;
}

async function replaceAdults(db: Transaction<Tables>, school: string, given: PupilAdultsReading): Promise<number> {
  const pupil = await db
    .selectFrom('pupil')
    .select(['id', 'family'])
    .where('school', '=', school)
    .where('upn', '=', given.upn)
    .executeTakeFirst();
  if (!pupil) throw new StoreError('no such pupil', `the school has no pupil with the UPN ${given.upn}`);
  const family = given.family ?? pupil.family;
  if (family !== pupil.family) await db.updateTable('pupil').set({ family }).where('id', '=', pupil.id).execute();

  const before = await db.selectFrom('adult').selectAll().where('pupil', '=', pupil.id).execute();
  const idOf = new Map(before.map((row) => [nameKey(row), row.id]));
  const after = given.adults.map((adult, place) => toRow(adult, pupil.id, place, idOf.get(nameKey(adult)) ?? newId()));
  const changes = countChanges(before, after);
  if (changes === 0) return 0;
  await db.deleteFrom('adult').where('pupil', '=', pupil.id).execute();
  if (after.length > 0) await db.insertInto('adult').values(after).execute();
  return changes;
}

function countChanges(before: readonly AdultRow[], after: readonly AdultRow[]): number {
  const beforeById = new Map(before.map((row) => [row.id, contentOf(row)]));
  const kept = new Set(after.map((row) => row.id));
  const removed = before.filter((row) => !kept.has(row.id)).length;
  return removed + after.filter((row) => beforeById.get(row.id) !== contentOf(row)).length;
}

function contentOf(row: AdultRow): string {
  return JSON.stringify(toAdult(row)) + String(row.place);
}

function nameKey(adult: { readonly forename: string; readonly surname: string }): string {
  return JSON.stringify([adult.forename.toLowerCase(), adult.surname.toLowerCase()]);
}

function toAdult(row: AdultRow): Adult {
  return {
    id: row.id,
    title: row.title,
    forename: row.forename,
    surname: row.surname,
    relation: row.relation,
    parentalResponsibility: row.parental_responsibility === 1,
    dayToDayCare: row.day_to_day_care === 1,
    address: JSON.parse(row.address) as string[],
    postcode: row.postcode,
    doNotSend: row.do_not_send === 1,
  };
}

function toRow(adult: Omit<Adult, 'id'>, pupil: string, place: number, id: string): AdultRow {
  return {
    id,
    pupil,
    place,
    title: adult.title,
    forename: adult.forename,
    surname: adult.surname,
    relation: adult.relation,
    parental_responsibility: adult.parentalResponsibility ? 1 : 0,
    day_to_day_care: adult.dayToDayCare ? 1 : 0,
    address: JSON.stringify(adult.address),
    postcode: adult.postcode,
    do_not_send: adult.doNotSend ? 1 : 0,
  };
}
