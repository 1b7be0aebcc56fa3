import { sql } from 'kysely';
import type { Expression, Kysely, SqlBool } from 'kysely';
import { addDays } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { Mark } from '../../register/mark.ts';
import { isSchoolDay, schoolDaysBefore } from '../../register/school-calendar.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { Session } from '../../register/session.ts';
import { rehearse } from './connection.ts';
import type { Connection } from './connection.ts';
import { storedInstant } from './instant.ts';
import { marksFrom } from './mark-rows.ts';
import { registerDigest } from './register-digest.ts';
import { importBatch } from './sql-import.ts';
import { pupilRows } from './sql-pupils.ts';
import { calendarOf } from './sql-schools.ts';
import type { Register } from './store.ts';
import type { Tables } from './tables.ts';

export function sqlRegister({ db, write, read }: Connection): Register {
  return {
    async marksOf(pupil) {
      return (await marksWhere(read, pupilIs(pupil))).get(pupil) ?? [];
    },

    marksOfSchool: (school) => marksWhere(read, ofSchool(school)),

    async marksAsKnown(pupil, at) {
      return (await marksWhere(read, pupilIs(pupil), storedInstant(at))).get(pupil) ?? [];
    },

    async registerTo(school, upTo, asKnownAt) {
      const calendar = await calendarOf(db, school);
      const known = asKnownAt === undefined ? undefined : storedInstant(asKnownAt);
      const run = await db
        .selectFrom('import_run')
        .select((row) => row.fn.max('at').as('at'))
        .where('school', '=', school)
        .$if(known !== undefined, (query) => query.where('at', '<=', known!))
        .executeTakeFirst();
      return { session: await lastSession(db, school, { calendar, upTo, known }), importedAt: run?.at ?? undefined };
    },

    importRegister: (batch) => write((transaction) => importBatch(transaction, batch)),

    rehearseImport: (batch) => rehearse(write, (transaction) => importBatch(transaction, batch)),

    async quarantine(school) {
      const rows = await db
        .selectFrom('quarantine')
        .innerJoin('pupil', 'pupil.id', 'quarantine.pupil')
        .selectAll('quarantine')
        .where('pupil.school', '=', school)
        .orderBy('day')
        .orderBy('half')
        .orderBy('upn')
        .orderBy('code')
        .execute();
      const all = rows.map((row) => ({
        pupil: row.pupil,
        session: sessionOf(row),
        code: row.code,
        row: row.row,
        source: row.source,
        at: row.at,
        settledAt: row.settled_at ?? undefined,
      }));
      return [
        ...all.filter((each) => each.settledAt === undefined),
        ...all.filter((each) => each.settledAt !== undefined),
      ];
    },

    async digest(school) {
      // Marks first: a pupil added in between has no marks among them.
      const marks = await marksWhere(read, ofSchool(school));
      return registerDigest(await pupilRows(db, school), marks);
    },
  };
}

type Pupils = Expression<SqlBool>;

function pupilIs(pupil: string): Pupils {
  return sql<SqlBool>`pupil = ${pupil}`;
}

function ofSchool(school: string): Pupils {
  return sql<SqlBool>`pupil in (select id from pupil where school = ${school})`;
}

/** Marks by pupil, with their amendments, all of one moment; as known at an instant where one is given. */
async function marksWhere(
  read: Connection['read'],
  pupils: Pupils,
  asKnownAt?: string,
): Promise<ReadonlyMap<string, readonly Mark[]>> {
  const { marks, amendments } = await read(async (db) => ({
    marks: await db
      .selectFrom('mark')
      .select(['pupil', 'day', 'half', 'code', 'minutes_late', 'recorded_at'])
      .where(pupils)
      .orderBy('pupil')
      .orderBy('day')
      .orderBy('half')
      .execute(),
    amendments: await db
      .selectFrom('amendment')
      .selectAll()
      .where(pupils)
      .orderBy('pupil')
      .orderBy('day')
      .orderBy('half')
      .orderBy('number')
      .execute(),
  }));
  return marksFrom(marks, amendments, asKnownAt);
}

/** The last session with a mark; with a calendar, the last on a school day: a mark on a closure says nothing of freshness. */
async function lastSession(
  db: Kysely<Tables>,
  school: string,
  {
    calendar,
    upTo,
    known,
  }: {
    readonly calendar: SchoolCalendar | undefined;
    readonly upTo: Day | undefined;
    readonly known: string | undefined;
  },
): Promise<Session | undefined> {
  let limit = lastSchoolDay(calendar, upTo);
  if (calendar && limit === undefined) return undefined;
  for (;;) {
    const rows = await db
      .selectFrom('pupil')
      .select((pupil) =>
        pupil
          .selectFrom('mark')
          .select(sql<number>`day * 2 + half`.as('session'))
          .whereRef('mark.pupil', '=', 'pupil.id')
          .$if(limit !== undefined, (query) => query.where('mark.day', '<=', limit!))
          .$if(known !== undefined, (query) => query.where('mark.recorded_at', '<=', known!))
          .orderBy('mark.day', 'desc')
          .orderBy('mark.half', 'desc')
          .limit(1)
          .as('session'),
      )
      .where('school', '=', school)
      .execute();
    const session = rows.reduce<number | null>(
      (last, row) => (row.session !== null && (last === null || row.session > last) ? row.session : last),
      null,
    );
    if (session === null) return undefined;
    const found = sessionOf({ day: session >> 1, half: session & 1 });
    if (!calendar || isSchoolDay(calendar, found.day)) return found;
    limit = lastSchoolDay(calendar, found.day);
    if (limit === undefined) return undefined;
  }
}

/** The last school day up to a day; without a calendar, the day itself. */
function lastSchoolDay(calendar: SchoolCalendar | undefined, upTo: Day | undefined): Day | undefined {
  if (!calendar) return upTo;
  if (upTo === undefined) return calendar.schoolDays.at(-1);
  return calendar.schoolDays[schoolDaysBefore(calendar, addDays(upTo, 1)) - 1];
}

function sessionOf(row: { readonly day: number; readonly half: number }): Session {
  return { day: row.day as Day, half: row.half === 0 ? 'AM' : 'PM' };
}
