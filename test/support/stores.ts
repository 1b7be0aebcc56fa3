import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe } from 'vitest';
import { openStore } from '../../bot/store/open-database.ts';
import type { StorePlace } from '../../bot/store/open-database.ts';
import type { Store } from '../../bot/store/store.ts';
import { freshSchema } from './postgres.ts';

/** An empty store of its own, and where it is, for a second process. Closed and removed after the test. */
export interface TestStore {
  readonly store: Store;
  readonly place: StorePlace;
}

/** The same tests on SQLite and on PostgreSQL. */
export function eachStore(tests: (name: 'sqlite' | 'postgres', fresh: () => Promise<TestStore>) => void): void {
  const cleanUps: (() => Promise<void> | void)[] = [];
  const opened = async (place: StorePlace): Promise<TestStore> => {
    const store = await openStore(place);
    cleanUps.push(() => store.close());
    return { store, place };
  };
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });

  describe('on SQLite', () => {
    tests('sqlite', () => {
      const folder = mkdtempSync(join(tmpdir(), 'att-store-'));
      cleanUps.push(() => {
        rmSync(folder, { recursive: true, force: true });
      });
      return opened({ path: join(folder, 'att.db') });
    });
  });

  describe('on PostgreSQL', () => {
    tests('postgres', async () => opened({ databaseUrl: await freshSchema() }));
  });
}
