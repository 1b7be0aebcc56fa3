import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../bot/store/open-database.ts';
import { addDays, isoDay } from '../../../register/day.ts';
import type { SchoolYear } from '../../../register/school-calendar.ts';
import { batch, pupil, withSchool } from '../../support/registers.ts';
import { eachStore } from '../../support/stores.ts';

const year = (from: string, to: string): SchoolYear => ({
  from: isoDay(from),
  to: isoDay(to),
  terms: [],
  halfTerms: [{ name: 'Autumn 1', from: isoDay(from), to: addDays(isoDay(from), 40) }],
  closures: [],
});

eachStore((name, fresh) => {
  test('a school and its settings, replaced by later ones', async () => {
    const { store } = await fresh();
    const school = { id: 'widnes', name: 'A school', policy: 'widnes', facts: { traded: true } };
    await store.saveSchool({ ...school, facts: {} });
    await store.saveSchool(school);
    expect(await store.school('widnes')).toEqual(school);
    expect(await store.schools()).toEqual([school]);
    expect(await store.school('other')).toBeUndefined();
  });

  test('school years side by side, and one in place of another', async () => {
    const store = await withSchool((await fresh()).store);
    expect(await store.calendar('widnes')).toBeUndefined();
    await store.saveSchoolYear('widnes', year('2023-09-04', '2024-07-19'));
    await store.saveSchoolYear('widnes', year('2022-09-05', '2023-07-21'));
    await store.saveSchoolYear('widnes', year('2023-09-05', '2024-07-22'));
    const calendar = await store.calendar('widnes');
    expect(calendar!.years).toEqual([year('2022-09-05', '2023-07-21'), year('2023-09-05', '2024-07-22')]);
    await expect(store.saveSchoolYear('other', year('2023-09-04', '2024-07-19'))).rejects.toMatchObject({
      code: 'no such school',
    });
  });

  test('a pupil keeps their id, and facts are set one by one', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', '/\\')]));
    const [first] = await store.pupils('widnes');
    const { id, ...details } = first!;
    const saved = await store.savePupil({ ...details, family: 'F1', onRollFrom: isoDay('2023-09-05') });
    expect(saved).toEqual({ ...first, family: 'F1', onRollFrom: isoDay('2023-09-05') });
    await Promise.all([store.setPupilFact(id, 'send', true), store.setPupilFact(id, 'csa', false)]);
    await store.setPupilFact(id, 'send', undefined);
    expect((await store.pupil(id))!.facts).toEqual({ csa: false });
    expect(id).toMatch(/^[\w-]{16}$/);
  });

  test('two schools with one UPN have two pupils, and each its own register', async () => {
    const store = await withSchool((await fresh()).store);
    await withSchool(store, 'other');
    await store.importRegister(batch([pupil('A1', '/\\')]));
    const empty = await store.digest('other');
    await store.importRegister(batch([pupil('A1', 'OO')], { school: 'other' }));
    expect((await store.marksOfSchool('other')).size).toBe(1);
    expect(await store.digest('other')).not.toBe(empty);
    expect(await store.digest('other')).not.toBe(await store.digest('widnes'));
  });

  test('opened again, by several at once, everything is there', async () => {
    const { store, place } = await fresh();
    await withSchool(store);
    await store.importRegister(batch([pupil('A1', '/\\')]));
    const digest = await store.digest('widnes');
    const others = await Promise.all([openStore(place), openStore(place), openStore(place)]);
    for (const other of others) {
      expect(await other.digest('widnes')).toBe(digest);
      await other.close();
    }
  });

  if (name === 'sqlite') {
    test('the folder and the file are for their owner alone', async () => {
      const { place } = await fresh();
      const inner = 'path' in place ? `${dirname(place.path)}/made/here/att.db` : '';
      const store = await openStore({ path: inner });
      await withSchool(store);
      expect(statSync(dirname(inner)).mode & 0o777).toBe(0o700);
      for (const file of [inner, `${inner}-wal`, `${inner}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
      await store.close();
    });

    test('what is not a store is refused with the reason', async () => {
      await expect(openStore({ path: import.meta.filename })).rejects.toThrow(/cannot open the store .*not a database/);
      await expect(openStore({ path: `${import.meta.filename}/att.db` })).rejects.toMatchObject({
        code: 'cannot open',
      });
    });
  } else {
    test('a server that does not answer is refused with the reason, without the password', async () => {
      const opening = openStore({ databaseUrl: 'postgres://someone:secret@127.0.0.1:1/att' });
      await expect(opening).rejects.toThrow(/^cannot open the PostgreSQL database of DATABASE_URL: .*ECONNREFUSED/);
      await expect(opening).rejects.not.toThrow(/secret/);
    });
  }
});
