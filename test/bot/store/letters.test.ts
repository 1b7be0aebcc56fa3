import { expect, test } from 'vitest';
import type { LetterRecord } from '../../../bot/store/letter-record.ts';
import type { Store } from '../../../bot/store/store.ts';
import { batch, pupil, withSchool } from '../../support/registers.ts';
import { eachStore } from '../../support/stores.ts';

const at = '2024-03-28T10:00:00.000Z';

async function drafted(store: Store, overrideReason?: string): Promise<LetterRecord> {
  await withSchool(store);
  await store.importRegister(batch([pupil('A1', '/\\')]));
  const { id } = (await store.pupilByUpn('widnes', 'A1'))!;
  return store.saveDraft({
    school: 'widnes',
    pupil: id,
    paper: 'stage-1-letter',
    adults: ['a', 'b'],
    content: '{"tree":"Zoë"}',
    evidence: 'e1',
    by: 'lead',
    at,
    overrideReason,
  });
}

eachStore((_name, fresh) => {
  test('drafted, edited, approved, sent', async () => {
    const { store } = await fresh();
    const draft = await drafted(store);
    expect(draft).toMatchObject({ state: 'draft', revision: 1, drafted: { by: 'lead', at }, adults: ['a', 'b'] });
    const edited = await store.updateDraft(draft.id, { content: '{"tree":"other"}' });
    expect(edited).toMatchObject({
      kind: 'done',
      letter: { revision: 2, content: '{"tree":"other"}', evidence: 'e1' },
    });
    const approved = await store.approve(draft.id, { by: 'head', at, revision: 2 });
    expect(approved).toMatchObject({ kind: 'done', letter: { state: 'approved', approved: { by: 'head', at } } });
    const sent = await store.markSent(draft.id, { by: 'office', at });
    expect(sent).toMatchObject({ kind: 'done', letter: { state: 'sent', sent: { by: 'office', at } } });
    expect(await store.letter(draft.id)).toEqual(sent.kind === 'done' && sent.letter);
    expect(await store.lettersOf(draft.pupil)).toHaveLength(1);
  });

  test('what is approved is what was shown', async () => {
    const { store } = await fresh();
    const draft = await drafted(store);
    await store.updateDraft(draft.id, { content: 'edited meanwhile' });
    expect(await store.approve(draft.id, { by: 'head', at, revision: 1 })).toMatchObject({
      kind: 'refused',
      why: 'edited since',
      letter: { state: 'draft' },
    });
  });

  test('of five who approve at once one does', async () => {
    const { store } = await fresh();
    const draft = await drafted(store);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const outcomes = await Promise.all(names.map((by) => store.approve(draft.id, { by, at })));
    expect(outcomes.map((each) => each.kind).toSorted()).toEqual(['done', ...Array<string>(4).fill('refused')]);
    const winner = names[outcomes.findIndex((each) => each.kind === 'done')];
    expect((await store.letter(draft.id))!.approved!.by).toBe(winner);
  });

  test('an approved letter is edited no more, and a draft is not sent', async () => {
    const { store } = await fresh();
    const draft = await drafted(store);
    expect(await store.markSent(draft.id, { by: 'office', at })).toMatchObject({ why: 'not approved' });
    await store.approve(draft.id, { by: 'head', at });
    expect(await store.updateDraft(draft.id, { content: 'late' })).toMatchObject({ why: 'not a draft' });
    expect(await store.approve('nothing', { by: 'head', at })).toEqual({ kind: 'not found' });
  });

  test('the reason for a stage not reached, given with the draft or with the approval', async () => {
    const { store } = await fresh();
    expect((await drafted(store, 'agreed with the family')).overrideReason).toBe('agreed with the family');
    const other = await drafted(store);
    const approved = await store.approve(other.id, { by: 'head', at, overrideReason: 'the head asked' });
    expect(approved).toMatchObject({ letter: { overrideReason: 'the head asked' } });
  });

  test('the bytes of a letter, by format', async () => {
    const { store } = await fresh();
    const draft = await drafted(store);
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    await store.saveFile(draft.id, 'pdf', Uint8Array.of(1));
    await store.saveFile(draft.id, 'pdf', bytes);
    expect(await store.file(draft.id, 'pdf')).toEqual(bytes);
    expect(await store.file(draft.id, 'docx')).toBeUndefined();
    await expect(store.saveFile('nothing', 'pdf', bytes)).rejects.toMatchObject({ code: 'no such letter' });
  });
});
