import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsIn, lead, open, startDoor, tutor, until, type Door, type Road } from './door.ts';

describe.each<Road>(['socket', 'http'])('what was done, by %s', (road) => {
  let door: Door;
  let direct: string;
  beforeAll(async () => {
    door = await startDoor(road);
    direct = door.slack.direct(lead).id;
  });
  afterAll(() => door.stop());

  const amira = async () => (await door.store.pupils('widnes')).find(({ forename }) => forename === 'Amira')!.id;
  const standing = async () =>
    (await door.store.caseLog(await amira())).entries.map(({ name, note }) => `${name} ${note}`.trim());

  test('a sentence is recorded, shown back, undone by its button and recorded again', async () => {
    const said = await door.ask('called Amira Khan’s parents today at 9.20, no answer');
    expect(said).toContain('Recorded for Amira Khan (5B): call made');
    expect(said).toMatch(/On.*Thursday 28 March 2024 at 09:20/s);
    expect(said).toContain('no answer');
    expect(await standing()).toEqual(['call no answer']);
    expect(await door.press('Undo')).toContain('Undone for Amira Khan (5B): call made');
    expect(await standing()).toEqual([]);
    expect(await door.press('Record it again')).toContain('Recorded for Amira Khan (5B): call made');
    expect((await door.store.caseHistory(await amira())).length).toBe(2);
    expect(await door.ask('undo')).toContain('Undone for Amira Khan');
    expect(await standing()).toEqual([]);
    expect(await door.ask('log for Amira Khan')).toContain('0 entries recorded, 2 undone');
  });

  test('a sentence that arrives twice is recorded once', async () => {
    const before = (await door.store.caseHistory(await amira())).length;
    const { delivery } = await door.slack.directMessage(lead, 'visited Amira Khan yesterday');
    await until(() => door.said(direct).includes('home visit made'), 'the answer');
    await door.slack.deliverAgain(delivery);
    await door.ask('help');
    expect((await door.store.caseHistory(await amira())).length).toBe(before + 1);
  });

  test('a name that is not quite theirs is asked about before anything is written', async () => {
    const before = await standing();
    expect(await door.ask('offered early help to Amria Kahn')).toContain('Do you mean Amira Khan (5B, year 5)?');
    expect(await standing()).toEqual(before);
    expect(await door.press('Amira Khan (5B, year 5)')).toContain('early help offered');
    expect(await standing()).toEqual([...before, 'early-help']);
  });

  test('in a channel nothing about a pupil is said; the answer comes in the direct message', async () => {
    await door.slack.mention(lead, open, 'stage 1 letter sent for Amira Khan');
    await until(() => door.said(direct).includes('Stage 1 letter sent'), 'the answer');
    expect(door.said(open)).not.toContain('Amira');
    const records = (await door.store.caseHistory(await amira())).filter(
      ({ entry }) => entry.name === 'stage-1-letter',
    );
    expect(records).toHaveLength(1);
  });

  test('someone else’s Undo does nothing', async () => {
    await door.ask('destination given for Amira Khan');
    const before = await standing();
    const { ts, blocks } = door.lastMessage(direct);
    const undo = buttonsIn(blocks).find(({ label }) => label === 'Undo')!;
    await door.slack.press(tutor, ts, undo.actionId).catch(() => undefined);
    expect(await standing()).toEqual(before);
  });

  test('due today: what is pressing first, a button for each pupil, within what a message holds', async () => {
    const said = await door.ask('due today');
    expect(said).toMatch(/To do for \d+ pupils: /);
    expect(said).toMatch(/To do, without a day in the policy[^]*and \d+ more/);
    const { blocks } = door.lastMessage(direct);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(await door.press('Show')).toMatch(/to do now|waiting for an answer/);
  });

  test.each([
    ['letters due', /Letters due: \d+; waiting for an answer: \d+/],
    ['rewards due', /Rewards earned: \d+; on track: \d+/],
    ['band for Amira Khan', /has no bands of attendance|Amira Khan \(5B\)/],
  ])('%s', async (question, words) => {
    expect(await door.ask(question)).toMatch(words);
    expect(door.lastMessage(direct).blocks.length).toBeLessThanOrEqual(50);
  });
});
