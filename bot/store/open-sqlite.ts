import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { SqliteDatabase } from 'kysely';
import { waitingForTurn } from './connection.ts';
import type { Connection } from './connection.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/**
 * Opens, or makes, a store in a file: its folder is made for its owner alone (0700), the file too (0600). Every
 * acknowledged write has reached the disk (WAL, `synchronous = full`). Throws StoreError `cannot open`.
 */
export function openSqlite(path: string): Connection {
  const database = openFile(path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) });
  return {
    engine: 'sqlite',
    db,
    write: (work) => waitingForTurn(() => db.transaction().execute(work)),
    read: (work) =>
      db.connection().execute(async (connection) => {
        await sql`begin deferred`.execute(connection);
        try {
          return await work(connection);
        } finally {
          await sql`commit`.execute(connection);
        }
      }),
    // The transaction already holds the only write lock there is.
    lockForMigration: () => Promise.resolve(),
  };
}

function openFile(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      closeSync(openSync(path, 'a', 0o600));
    }
    const database = new DatabaseSync(path, { timeout: 250, enableForeignKeyConstraints: true });
    setUp(database);
    return database;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError('cannot open', `cannot open the store ${path}: ${why}`, error);
  }
}

/** Changing to WAL wants the file alone for a moment: several processes may open a new store at once. */
function setUp(database: DatabaseSync): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec('pragma journal_mode = wal; pragma synchronous = full;');
      return;
    } catch (error) {
      if (attempt === 40 || !(error instanceof Error) || !error.message.includes('locked')) throw error;
    }
  }
}

function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => {
      database.close();
    },
    prepare(sql) {
      // Kysely begins a transaction deferred, which fails half-way when two processes write.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
