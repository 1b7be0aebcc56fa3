import { expect, test } from 'vitest';
import { openStore } from '../../../bot/store/open-database.ts';
import { batch, pupil, withSchool } from '../../support/registers.ts';
import { eachStore } from '../../support/stores.ts';

const at = '2024-03-28T10:00:00.000Z';

eachStore((name, fresh) => {
  test('a delivery is claimed once, however many claim it at once', async () => {
    const { store, place } = await fresh();
    // Two handles on one SQLite file in one process would wait for each other; the kills test has two processes.
    const second = name === 'postgres' ? await openStore(place) : store;
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? store : second).claimOnce('Ev1', at)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.claimOnce('Ev1', at)).toBe(false);
    expect(await store.claimOnce('Ev2', at)).toBe(true);
    if (second !== store) await second.close();
  });

  test('of whom was last asked, by each person in each place', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', '/\\'), pupil('A2', '/\\')]));
    const [first, second] = await store.pupils('widnes');
    await store.remember('lead', 'C1', { pupil: first!.id, at });
    await store.remember('lead', 'C1', { pupil: second!.id, at });
    await store.remember('lead', 'D1', { pupil: first!.id, at });
    expect(await store.lastAsked('lead', 'C1')).toEqual({ pupil: second!.id, at });
    expect(await store.lastAsked('tutor', 'C1')).toBeUndefined();
  });

  test('a handle says nothing of what it stands for', async () => {
    const { store } = await fresh();
    const payload = { pupil: 'x', choices: ['Amira Khan', null] };
    const token = await store.handle(payload, at);
    expect(token).toMatch(/^[\w-]{16}$/);
    expect(await store.resolve(token)).toEqual(payload);
    expect(await store.handle(payload, at)).not.toBe(token);
    expect(await store.resolve('nothing')).toBeUndefined();
  });
});
