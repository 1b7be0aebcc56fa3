import type { Kysely } from 'kysely';
import { StoreError } from './store-error.ts';
import type { Connection, Engine } from './connection.ts';
import type { Tables } from './tables.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { schoolLog } from './migrations/0002-school-log.ts';

/** One step of the shape of the tables. Never changed once released: a further step is a further file. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<unknown>, engine: Engine): Promise<void>;
}

/** One list for both databases. */
export const migrations: readonly Migration[] = [firstTables, schoolLog];

/**
 * Brings the tables up to date, all steps or none, however many processes open the store at once. A store made by a
 * later version is left alone: throws StoreError `newer`.
 */
export async function migrate(connection: Connection): Promise<void> {
  if ((await versionIfAny(connection.db)) === migrations.length) return;
  await connection.write(async (db) => {
    await connection.lockForMigration(db);
    await db.schema.createTable('att_version').ifNotExists().addColumn('number', 'integer').execute();
    const row = await db.selectFrom('att_version').select('number').executeTakeFirst();
    const version = row?.number ?? 0;
    if (version > migrations.length) {
      throw new StoreError('newer', 'the store was made by a later version of Att: use that version, or another store');
    }
    for (const step of migrations.slice(version)) await step.up(db as unknown as Kysely<unknown>, connection.engine);
    if (row) await db.updateTable('att_version').set({ number: migrations.length }).execute();
    else await db.insertInto('att_version').values({ number: migrations.length }).execute();
  });
}

async function versionIfAny(db: Kysely<Tables>): Promise<number | undefined> {
  try {
    return (await db.selectFrom('att_version').select('number').executeTakeFirst())?.number;
  } catch (error) {
    if (isMissingTable(error)) return undefined;
    throw error;
  }
}

/** SQLite says so in words, PostgreSQL by code 42P01. */
function isMissingTable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes('no such table') || ('code' in error && error.code === '42P01');
}
