import type { Kysely } from 'kysely';
import { schoolCalendar } from '../../register/school-calendar.ts';
import type { SchoolCalendar, SchoolYear } from '../../register/school-calendar.ts';
import type { Connection } from './connection.ts';
import { StoreError } from './store-error.ts';
import type { School, Schools } from './store.ts';
import type { Tables } from './tables.ts';

export function sqlSchools({ db, write }: Connection): Schools {
  return {
    async schools() {
      const rows = await db.selectFrom('school').selectAll().execute();
      return rows.map(toSchool).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },

    async school(id) {
      const row = await db.selectFrom('school').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toSchool(row);
    },

    async saveSchool({ id, name, policy, facts }) {
      const settings = { name, policy, facts: JSON.stringify(facts) };
      await write((transaction) =>
        transaction
          .insertInto('school')
          .values({ id, ...settings })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(settings))
          .execute(),
      );
    },

    calendar: (school) => calendarOf(db, school),

    async saveSchoolYear(school, year) {
      await write(async (transaction) => {
        await lockSchool(transaction, school);
        await transaction
          .deleteFrom('school_year')
          .where('school', '=', school)
          .where('from_day', '<=', year.to)
          .where('to_day', '>=', year.from)
          .execute();
        await transaction
          .insertInto('school_year')
          .values({ school, from_day: year.from, to_day: year.to, content: JSON.stringify(year) })
          .execute();
      });
    },
  };
}

/** Of two writers to one school the second waits here for the first to end. Throws where there is no such school. */
export async function lockSchool(db: Kysely<Tables>, school: string): Promise<void> {
  const result = await db
    .updateTable('school')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', school)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new StoreError('no such school', `the store holds no school ${school}`);
}

export async function calendarOf(db: Kysely<Tables>, school: string): Promise<SchoolCalendar | undefined> {
  const rows = await db.selectFrom('school_year').select('content').where('school', '=', school).execute();
  if (rows.length === 0) return undefined;
  return schoolCalendar(
    school,
    rows.map((row) => JSON.parse(row.content) as SchoolYear),
  );
}

function toSchool(row: Tables['school']): School {
  return { ...row, facts: JSON.parse(row.facts) as School['facts'] };
}
