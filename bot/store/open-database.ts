import type { Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import { sqlStore } from './sql-store.ts';
import { StoreError } from './store-error.ts';
import type { Store } from './store.ts';

/** A file for SQLite (`.att/att.db`), or the URL of a PostgreSQL database. */
export type StorePlace = { readonly path: string } | { readonly databaseUrl: string };

/**
 * Opens a store, making it where there is none and bringing its tables up to date. Throws StoreError: `cannot open`
 * with the reason, or `newer` where a later version made it.
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const connection = 'path' in place ? openSqlite(place.path) : openPostgres(place.databaseUrl);
  try {
    await migrate(connection);
  } catch (error) {
    await connection.db.destroy();
    throw error instanceof StoreError ? error : cannotOpen(connection, error);
  }
  return sqlStore(connection);
}

/** The reason without the URL, which may hold a password. */
function cannotOpen(connection: Connection, error: unknown): StoreError {
  const which = connection.engine === 'sqlite' ? 'the store' : 'the PostgreSQL database of DATABASE_URL';
  const why = error instanceof AggregateError ? String(error.errors[0]) : error instanceof Error ? error.message : '';
  return new StoreError('cannot open', `cannot open ${which}: ${why}`, error);
}
