import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { checkAuditTrail } from '../../../bot/store/audit-chain.ts';
import type { AuditEntry } from '../../../bot/store/audit-entry.ts';
import type { StorePlace } from '../../../bot/store/open-database.ts';
import { eachStore } from '../../support/stores.ts';

const entry = (detail: string): AuditEntry => ({
  at: '2024-03-28T10:00:00.000Z',
  actor: 'lead',
  place: 'page',
  action: 'asked',
  pupil: 'p1',
  school: undefined,
  detail,
});

/** Goes behind the store's back. */
async function tamper(place: StorePlace, sql: string): Promise<void> {
  if ('path' in place) {
    const database = new DatabaseSync(place.path);
    database.exec(sql);
    database.close();
  } else {
    const client = new Client({ connectionString: place.databaseUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  }
}

eachStore((_name, fresh) => {
  test('a chain without a gap, also when many write at once', async () => {
    const { store } = await fresh();
    await Promise.all(Array.from({ length: 25 }, (_, index) => store.audit(entry(String(index)))));
    const trail = await store.auditTrail();
    expect(trail.map((each) => each.number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(new Set(trail.map((each) => each.detail)).size).toBe(25);
    expect(trail[0]).toMatchObject(entry(trail[0]!.detail));
    expect(checkAuditTrail(trail)).toEqual({ kind: 'whole', entries: 25 });
  });

  const cases: readonly [name: string, sql: string, number: number, why: string][] = [
    ['an entry changed', "update audit set detail = 'other' where number = 2", 2, 'changed'],
    ['an entry removed', 'delete from audit where number = 2', 2, 'missing'],
    ['an entry put in another’s place', 'update audit set number = 9 where number = 3', 3, 'missing'],
    [
      'an entry with a hash of its own',
      'update audit set hash = previous, pupil = null where number = 1',
      1,
      'changed',
    ],
  ];
  for (const [name, sql, number, why] of cases) {
    test(`${name} breaks the chain there`, async () => {
      const { store, place } = await fresh();
      for (const detail of ['a', 'b', 'c']) await store.audit(entry(detail));
      await tamper(place, sql);
      expect(checkAuditTrail(await store.auditTrail())).toEqual({ kind: 'broken', number, why });
    });
  }
});
