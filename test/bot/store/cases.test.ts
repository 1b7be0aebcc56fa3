import { expect, test } from 'vitest';
import type { NewCaseEntry, Store } from '../../../bot/store/store.ts';
import { parseClockTime } from '../../../register/clock-time.ts';
import { isoDay } from '../../../register/day.ts';
import { batch, pupil, withSchool } from '../../support/registers.ts';
import { eachStore } from '../../support/stores.ts';

const day = isoDay('2024-03-28');
const visited: NewCaseEntry = {
  kind: 'act',
  name: 'home',
  done: 'visited',
  about: { from: day, to: day },
  day,
  time: parseClockTime('09:40'),
  recordedAt: '2024-03-28T10:00:00.000Z',
  by: 'lead',
  note: '',
};
const engaged: NewCaseEntry = {
  kind: 'judgement',
  name: 'engaged',
  holds: false,
  day,
  time: undefined,
  recordedAt: '2024-03-29T10:00:00.000Z',
  by: 'lead',
  note: 'did not come',
};

async function withPupil(store: Store): Promise<string> {
  await withSchool(store);
  await store.importRegister(batch([pupil('A1', '/\\')]));
  return (await store.pupilByUpn('widnes', 'A1'))!.id;
}

eachStore((_name, fresh) => {
  test('acts and judgements come back as they were recorded, in order', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    const first = await store.record(id, visited);
    const second = await store.record(id, engaged);
    expect(first).toEqual({ ...visited, id: first.id });
    expect((await store.caseLog(id)).entries).toEqual([first, second]);
    expect((await store.caseLogsOfSchool('widnes')).get(id)!.entries).toEqual([first, second]);
  });

  test('an entry undone is kept, holds no longer, and held before', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    const entry = await store.record(id, visited);
    const undoing = { by: 'head', at: '2024-03-30T10:00:00.000Z', reason: 'another pupil' };
    expect(await store.undo(entry.id, undoing)).toBe(true);
    expect(await store.undo(entry.id, { ...undoing, by: 'someone else' })).toBe(false);
    expect(await store.undo('nothing', undoing)).toBe(false);
    expect((await store.caseLog(id)).entries).toEqual([]);
    expect((await store.caseLog(id, '2024-03-29T00:00:00Z')).entries).toEqual([entry]);
    expect((await store.caseLog(id, '2024-03-28T09:59:00Z')).entries).toEqual([]);
    expect(await store.caseHistory(id)).toEqual([{ entry, undone: undoing }]);
    expect((await store.caseLogsOfSchool('widnes')).size).toBe(0);
  });

  test('the same is recorded once, and again once it was undone', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    const again = { ...visited, recordedAt: '2024-03-28T11:00:00.000Z', by: 'head' };
    const both = await Promise.all([store.recordOnce(id, visited), store.recordOnce(id, again)]);
    expect(new Set(both.map(({ isNew }) => isNew))).toEqual(new Set([false, true]));
    expect(both[0].entry).toEqual(both[1].entry);
    expect((await store.recordOnce(id, { ...visited, time: undefined })).isNew).toBe(true);
    await store.undo(both[0].entry.id, { by: 'lead', at: '2024-03-28T12:00:00.000Z', reason: '' });
    expect((await store.recordOnce(id, again)).isNew).toBe(true);
    expect((await store.caseHistory(id)).length).toBe(3);
  });

  test('a judgement is repeated only where another stands between', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    const answers = [];
    for (const holds of [false, false, true, false]) answers.push(await store.recordOnce(id, { ...engaged, holds }));
    expect(answers.map(({ isNew }) => isNew)).toEqual([true, false, true, true]);
  });

  test('what was seen of a paper comes back', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    const seen: NewCaseEntry = { ...visited, items: ['dates of contact'] };
    const { entry } = await store.recordOnce(id, seen);
    expect((await store.caseLog(id)).entries).toEqual([{ ...seen, id: entry.id }]);
  });

  test('of entries recorded at once none is lost', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    await Promise.all(Array.from({ length: 20 }, () => store.record(id, engaged)));
    expect((await store.caseLog(id)).entries).toHaveLength(20);
  });

  test('about a pupil who is not there', async () => {
    const { store } = await fresh();
    await expect(store.record('no one', visited)).rejects.toMatchObject({ code: 'no such pupil' });
    expect(await store.caseLog('no one')).toEqual({ entries: [] });
  });

  test('an instant that is none is refused', async () => {
    const { store } = await fresh();
    const id = await withPupil(store);
    await expect(store.record(id, { ...visited, recordedAt: '28/03/2024' })).rejects.toMatchObject({
      code: 'bad instant',
    });
  });
});
