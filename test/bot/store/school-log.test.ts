import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../bot/store/open-database.ts';
import type { NewCaseEntry } from '../../../bot/store/store.ts';
import { isoDay } from '../../../register/day.ts';
import { batch, pupil, withSchool } from '../../support/registers.ts';
import { eachStore } from '../../support/stores.ts';

const joined: NewCaseEntry = {
  kind: 'act',
  name: 'forum',
  done: 'joined',
  about: undefined,
  day: isoDay('2024-03-06'),
  time: undefined,
  recordedAt: '2024-03-06T16:00:00.000Z',
  by: 'lead',
  note: '',
};
const undoing = { by: 'head', at: '2024-03-07T09:00:00.000Z', reason: 'another school' };

eachStore((name, fresh) => {
  test('what a school did comes back as it was recorded, apart from its pupils and from other schools', async () => {
    const store = await withSchool((await fresh()).store);
    await withSchool(store, 'other');
    await store.importRegister(batch([pupil('A1', '/\\')]));
    const first = await store.recordOfSchool('widnes', joined);
    const second = await store.recordOfSchool('widnes', { ...joined, name: 'review', done: 'made' });
    expect([first.isNew, first.entry]).toEqual([true, { ...joined, id: first.entry.id }]);
    expect((await store.schoolLog('widnes')).entries).toEqual([first.entry, second.entry]);
    expect((await store.schoolLog('other')).entries).toEqual([]);
    expect((await store.caseLogsOfSchool('widnes')).size).toBe(0);
    expect(await store.schoolOfEntry(first.entry.id)).toBe('widnes');
    expect(await store.schoolOfEntry('nothing')).toBeUndefined();
    expect(await store.pupilOfEntry(first.entry.id)).toBeUndefined();
  });

  test('an entry undone is kept and holds no longer; the same may then be recorded again', async () => {
    const store = await withSchool((await fresh()).store);
    const { entry } = await store.recordOfSchool('widnes', joined);
    expect(await store.undoOfSchool(entry.id, undoing)).toBe(true);
    expect(await store.undoOfSchool(entry.id, undoing)).toBe(false);
    expect(await store.undoOfSchool('nothing', undoing)).toBe(false);
    expect((await store.schoolLog('widnes')).entries).toEqual([]);
    const again = await store.recordOfSchool('widnes', joined);
    expect(again.isNew).toBe(true);
    expect(await store.schoolHistory('widnes')).toEqual([
      { entry, undone: undoing },
      { entry: again.entry, undone: undefined },
    ]);
  });

  test('the same recorded by several at once is one entry', async () => {
    const { store, place } = await fresh();
    await withSchool(store);
    const others = await Promise.all([openStore(place), openStore(place)]);
    const recorded = await Promise.all([store, ...others].map((each) => each.recordOfSchool('widnes', joined)));
    expect(recorded.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(recorded.map(({ entry }) => entry.id)).size).toBe(1);
    for (const each of others) await each.close();
  });

  test('of a school that is not stored nothing is recorded', async () => {
    const { store } = await fresh();
    await expect(store.recordOfSchool('nowhere', joined)).rejects.toMatchObject({ code: 'no such school' });
  });

  if (name === 'sqlite') {
    test('a store of the version before has its tables added, and keeps what it holds', async () => {
      const { store, place } = await fresh();
      await withSchool(store);
      await store.importRegister(batch([pupil('A1', '/\\')]));
      const digest = await store.digest('widnes');
      if (!('path' in place)) throw new Error('not a file');
      const raw = new DatabaseSync(place.path);
      raw.exec('drop table school_undo; drop table school_entry; update att_version set number = 1');
      raw.close();
      const opened = await openStore(place);
      expect(await opened.digest('widnes')).toBe(digest);
      expect((await opened.recordOfSchool('widnes', joined)).isNew).toBe(true);
      await opened.close();
    });
  }
});
