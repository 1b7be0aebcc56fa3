import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsIn, lead, startDoor, tutor, until, type Door, type Road } from './door.ts';

describe.each<Road>(['socket', 'http'])('a letter, by %s', (road) => {
  let door: Door;
  let direct: string;
  beforeAll(async () => {
    door = await startDoor(road);
    direct = door.slack.direct(lead).id;
  });
  afterAll(() => door.stop());

  const label = (start: string): string =>
    buttonsIn(door.lastMessage(direct).blocks).find((button) => button.label.startsWith(start))?.label ?? start;

  test('waits for a judgement, is drafted, edited, approved, and comes as files', async () => {
    await door.ask('stage for Amira Khan');
    expect(await door.press(label('Draft '))).toContain('waits');
    expect(await door.press('No')).toContain('Recorded for Amira Khan (5B)');
    const draft = await door.press(label('Draft '));
    expect(draft).toMatch(/>Dear /);
    const { ts } = door.lastMessage(direct);

    await door.slack.press(lead, ts, actionId('Edit'));
    await until(() => door.slack.modals(lead).at(-1)?.submit === 'Save', 'the window with the text in it');
    const view = door.slack.modals(lead).at(-1)!;
    const text = (view.blocks[0]!['element'] as { initial_value: string }).initial_value;
    await door.slack.submit(lead, view.id, { 'text-1': { text: `${text}\n\nPlease come and see us on Monday.` } });
    await until(() => door.said(direct).includes('come and see us on Monday'), 'the draft as edited');
    expect(door.lastMessage(direct).ts).toBe(ts);
    expect(door.slack.modals(lead)).toEqual([]);

    await door.slack.press(lead, ts, actionId('Approve'));
    await until(() => door.lastMessage(direct).files.length > 0, 'the files');
    const files = door.lastMessage(direct).files.map((id) => door.slack.files().find((file) => file.id === id)!);
    expect(files.map(({ mimeType }) => mimeType)).toContain('application/pdf');
    for (const file of files) {
      const begins = Buffer.from(file.bytes.slice(0, 4)).toString('latin1');
      expect(begins).toBe(file.name.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004');
      expect(file.name).not.toMatch(/amira|khan/i);
    }
    const approved = door.slack.messages(direct, lead).find((message) => message.ts === ts)!;
    expect(buttonsIn(approved.blocks).map((button) => button.label)).toEqual(['Send me the files again']);
  });

  test('text that cannot be saved is told in the window, where it still stands', async () => {
    await door.ask('letter stage 1 for Amira Khan because the family asked for it');
    await door.slack.press(lead, door.lastMessage(direct).ts, actionId('Edit'));
    await until(() => door.slack.modals(lead).at(-1)?.submit === 'Save', 'the window');
    const view = door.slack.modals(lead).at(-1)!;
    await door.slack.submit(lead, view.id, { 'text-1': { text: '[no such field] and <b>markup</b>' } });
    expect(Object.keys(door.slack.modals(lead).at(-1)?.errors ?? {})).toEqual(['text-1']);
    await door.slack.closeModal(lead, view.id);
  });

  test('out of turn, a reason is asked for; a short one is not enough', async () => {
    expect(await door.ask('letter formal warning for Amira Khan')).toContain('not due');
    await door.slack.press(lead, door.lastMessage(direct).ts, actionId('Draft it all the same'));
    await until(() => door.slack.modals(lead).length === 1, 'the window');
    const view = door.slack.modals(lead)[0]!;
    await door.slack.submit(lead, view.id, { reason: { text: 'because' } });
    expect(door.slack.modals(lead)[0]?.errors).toEqual({
      reason: 'Please say a little more: it stands in the record beside your name.',
    });
    await door.slack.submit(lead, view.id, { reason: { text: 'The council asked us to send it early.' } });
    await until(() => door.said(direct).includes('>Dear '), 'the draft');
    expect(door.said(direct)).toContain('The council asked us to send it early.');
  });

  test('files that Slack does not take are told, and can be sent again', async () => {
    await door.ask('letter stage 1 for Amira Khan because the family moved house');
    door.slack.failNext('files.completeUploadExternal', 'internal_error');
    const { ts } = door.lastMessage(direct);
    await door.slack.press(lead, ts, actionId('Approve'));
    await until(() => door.said(direct).includes('Slack did not take the files'), 'word of it');
    const approved = door.slack.messages(direct, lead).find((message) => message.ts === ts)!;
    await door.slack.press(lead, ts, buttonsIn(approved.blocks)[0]!.actionId);
    await until(() => door.lastMessage(direct).files.length > 0, 'the files');
  });

  test('buttons hold a token and nothing else, and only for the one who was offered them', async () => {
    await door.ask('stage for Amira Khan');
    const { ts, blocks } = door.lastMessage(direct);
    const buttons = buttonsIn(blocks);
    for (const { value } of buttons) expect(value).toMatch(/^[\w-]{16,64}$/);
    const { delivery } = await door.slack.press(lead, ts, buttons[0]!.actionId);
    const body = { ...delivery.body, trigger_id: 'forged', user: { id: tutor }, channel: { id: direct } };
    await door.slack.deliverAgain({ ...delivery, body });
    await until(() => door.said(direct).includes('made for someone else'), 'the refusal');
  });

  function actionId(of: string): string {
    const button = buttonsIn(door.lastMessage(direct).blocks).find((one) => one.label.startsWith(of));
    if (!button) throw new Error(`there is no ${of} in\n${door.said(direct)}`);
    return button.actionId;
  }
});
