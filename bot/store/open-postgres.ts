import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** Opens a store in a PostgreSQL database (15 or later); nothing is asked of the server before the first query. */
export function openPostgres(databaseUrl: string): Connection {
  const pool = new Pool({ connectionString: databaseUrl, max: 8 });
  // A server that goes away breaks idle connections; the next query opens another, or says what is wrong.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: 'postgres',
    db,
    write: (work) => db.transaction().execute(work),
    read: (work) => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    async lockForMigration(transaction) {
      // Any number will do, so long as every version of Att takes the same.
      await sql`select pg_advisory_xact_lock(20240819)`.execute(transaction);
    },
  };
}
