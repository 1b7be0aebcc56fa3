import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsIn, lead, open, startDoor, until, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await startDoor('socket', {
    services: (services) => ({
      ...services,
      ask: async (question, asked) => {
        if (question.startsWith('fail')) throw new Error(`could not read “${question}”`);
        return services.ask(question, asked);
      },
    }),
  });
});
afterAll(() => door.stop());

test('no log, error, button or window holds the name of a pupil', async () => {
  const direct = door.slack.direct(lead).id;
  await door.ask('stage for Amira Khan');
  await door.ask('why');
  await door.ask('letter stage 2 for Amira Khan because Amira Khan needs it');
  const edit = buttonsIn(door.lastMessage(direct).blocks).find(({ label }) => label === 'Edit')!;
  await door.slack.press(lead, door.lastMessage(direct).ts, edit.actionId);
  await until(() => door.slack.modals(lead).at(-1)?.submit === 'Save', 'the window');
  await door.slack.mention(lead, open, 'fail for Amira Khan');
  await until(() => door.said(direct).includes('this number'), 'word of the failure');
  door.slack.failNext('chat.postMessage', 'channel_not_found');
  await door.slack.directMessage(lead, 'stage for Amira Khan');
  await until(() => door.logged().includes('channel_not_found'), 'the failure in the log');

  const pupils = await door.store.pupils('widnes');
  const [amira] = pupils.filter(({ forename }) => forename === 'Amira');
  const kept = [
    door.logged(),
    ...door.slack.modals(lead).map(({ privateMetadata, callbackId }) => `${privateMetadata} ${callbackId}`),
    ...door.slack.messages(direct, lead).flatMap(({ blocks }) => buttonsIn(blocks).map(({ value }) => value)),
  ].join('\n');
  for (const secret of ['Amira', 'Khan', amira!.upn, amira!.id]) expect(kept).not.toContain(secret);
  expect(door.logged()).toContain('"delivery":"event_callback"');
});

test('a failure is told by a number that the log holds', async () => {
  const said = await door.ask('fail now');
  const number = /number: (\w{8})\./.exec(said)?.[1];
  expect(number).toBeDefined();
  expect(door.logged()).toContain(`"errorId":"${number}"`);
  expect(door.logged()).not.toContain('could not read');
});
