import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Delivery } from '../../../bot/stand-in/index.ts';
import { buttonsIn, lead, open, startDoor, until, type Door, type Road } from './door.ts';

describe.each<Road>(['socket', 'http'])('the same delivery twice, by %s', (road) => {
  let door: Door;
  let direct: string;
  beforeAll(async () => {
    door = await startDoor(road);
    direct = door.slack.direct(lead).id;
  });
  afterAll(() => door.stop());

  /** Delivers once more, and says how many messages there are when all is quiet. */
  async function messagesAfter(again: Delivery[]): Promise<number> {
    await Promise.all(again.map((delivery) => door.slack.deliverAgain(delivery, { number: 1, reason: 'timeout' })));
    await quiet();
    return door.slack.messages(direct, lead).length;
  }

  async function quiet(): Promise<void> {
    for (let count = -1; count !== door.slack.calls().length;) {
      count = door.slack.calls().length;
      await wait(60);
    }
  }

  test('a direct message is answered once', async () => {
    const before = door.slack.messages(direct, lead).length;
    const { delivery } = await door.slack.directMessage(lead, 'help');
    expect(await messagesAfter([delivery, delivery, { ...delivery, envelopeId: 'another' }])).toBe(before + 2);
  });

  test('a mention is answered once', async () => {
    const { delivery } = await door.slack.mention(lead, open, 'when do registers close');
    await quiet();
    const before = door.slack.messages(open, lead).length;
    await messagesAfter([delivery]);
    expect(door.slack.messages(open, lead).length).toBe(before);
  });

  test('a command is answered once, and acknowledged each time', async () => {
    const { delivery } = await door.slack.slash(lead, direct, '/attendance', 'help');
    await quiet();
    const before = door.slack.messages(direct, lead).length;
    const receipt = await door.slack.deliverAgain(delivery);
    expect(receipt.acknowledged).toBe(true);
    expect(await messagesAfter([delivery])).toBe(before);
  });

  test('a judgement is recorded once, however often its press arrives', async () => {
    await door.ask('what next for Amira Khan');
    const { ts, blocks } = door.lastMessage(direct);
    const no = buttonsIn(blocks).find(({ label }) => label === 'No')!;
    const { delivery } = await door.slack.press(lead, ts, no.actionId);
    await messagesAfter([delivery, delivery]);
    const [amira] = (await door.store.pupils('widnes')).filter((pupil) => pupil.forename === 'Amira');
    const { entries } = await door.store.caseLog(amira!.id);
    expect(entries.filter((entry) => entry.kind === 'judgement')).toHaveLength(1);
  });

  test('two presses of Approve give one approval and one set of files', async () => {
    await door.ask('letter stage 2 for Amira Khan because the head asked for it');
    const { ts, blocks } = door.lastMessage(direct);
    const approve = buttonsIn(blocks).find(({ label }) => label.startsWith('Approve'))!;
    const [first] = await Promise.all([1, 2].map(() => door.slack.press(lead, ts, approve.actionId)));
    await until(() => door.slack.messages(direct, lead).some(({ files }) => files.length > 0), 'the files');
    await messagesAfter([first!.delivery]);
    expect(door.slack.messages(direct, lead).filter(({ files }) => files.length > 0)).toHaveLength(1);
  });
});

test('the same delivery by a socket and then by HTTP', async () => {
  const door = await startDoor('socket');
  const direct = door.slack.direct(lead).id;
  await door.ask('help');
  const { delivery } = await door.slack.directMessage(lead, 'when do registers close');
  await until(() => door.slack.messages(direct, lead).length === 4, 'the answer');
  const second = await door.alsoByHttp();
  expect(await door.slack.deliverAgain(delivery)).toMatchObject({ by: 'http', acknowledged: true });
  await door.ask('help');
  expect(door.slack.messages(direct, lead)).toHaveLength(6);
  await second.stop();
  await door.stop();
});
