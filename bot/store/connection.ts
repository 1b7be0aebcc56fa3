import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** An open database, and the one way to write to it. */
export interface Connection {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
  /**
   * Does the work in one transaction: what it wrote is on disk when the promise resolves, and nothing of it is when it
   * rejects. On SQLite writers wait their turn from the start of the transaction (IMMEDIATE); on PostgreSQL each locks
   * the rows it depends on.
   */
  readonly write: <Result>(work: (db: Transaction<Tables>) => Promise<Result>) => Promise<Result>;
  /** Several queries of one moment: what others write meanwhile is not seen. */
  readonly read: <Result>(work: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>;
  readonly lockForMigration: (db: Transaction<Tables>) => Promise<void>;
}

/** How long a writer waits for others before it gives up, in milliseconds. */
const patience = 60_000;

/**
 * Runs a transaction, waiting while another process holds SQLite's write lock. The lock is asked for again and again
 * between turns of the event loop, so that a server goes on answering while it waits.
 */
export async function waitingForTurn<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > until) {
        throw new StoreError('busy', 'the store is busy: another process has been writing for a minute', error);
      }
      await sleep(10 + Math.random() * 30);
    }
  }
}

/** Does the work, tells what came of it, and keeps nothing of it. */
export async function rehearse<Result>(
  write: Connection['write'],
  work: (db: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const done: Result[] = [];
  const rehearsed = new Error('rehearsed: nothing is kept');
  try {
    await write(async (db) => {
      done.push(await work(db));
      throw rehearsed;
    });
  } catch (error) {
    if (error !== rehearsed) throw error;
  }
  return done[0]!;
}

/** SQLITE_BUSY, at the start of a transaction and so before it did anything. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}
