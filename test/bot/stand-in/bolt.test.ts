import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, StandIn } from '../../../bot/stand-in/index.ts';
import { connectBolt, type Connected, type Road } from './bolt-app.ts';

const lead = 'U0LEAD';
const attendance = 'C0ATTEND';

describe.each<Road>(['http', 'socket'])('a Bolt app by %s', (road) => {
  let connected: Connected;
  let slack: StandIn;

  beforeAll(async () => {
    connected = await connectBolt(road);
    slack = connected.slack;
  });
  afterAll(() => connected.stop());

  const last = (channel: string, user = lead): Message | undefined => slack.messages(channel, user).at(-1);
  const heardOf = (id: unknown): number => connected.heard.filter((one) => one.id === id).length;

  test('a slash command is acknowledged, then answered to the one who asked', async () => {
    const receipt = await slack.slash(lead, attendance, '/attendance', 'stage for Zoë & <co>');
    expect(receipt).toMatchObject({ by: road, acknowledged: true, payload: undefined });
    expect(receipt.elapsedMs).toBeLessThan(3000);
    await expect.poll(() => last(attendance)?.text).toBe('You asked: stage for Zoë &amp; &lt;co&gt;');
    expect(last(attendance)?.visibleTo).toBe(lead);
    expect(slack.messages(attendance, 'U0TUTOR').map((one) => one.text)).not.toContain(last(attendance)?.text);
  });

  test('a message that comes with the acknowledgement', async () => {
    const { payload } = await slack.slash(lead, attendance, '/attendance', 'quick');
    expect(payload).toEqual({ text: 'answered at once' });
    expect(last(attendance)).toMatchObject({ text: 'answered at once', visibleTo: lead });
  });

  test('a mention is answered in the channel, in its thread', async () => {
    const { acknowledged } = await slack.mention(lead, attendance, 'who is where?');
    expect(acknowledged).toBe(true);
    await expect.poll(() => last(attendance, 'U0TUTOR')?.text).toBe('A mention');
    expect(connected.heard.at(-1)).toMatchObject({ what: 'mention', text: `<@${slack.app.botUserId}> who is where?` });
    expect(last(attendance)?.threadTs).toBe(slack.messages(attendance, lead).at(-2)?.ts);
  });

  test('a press after a command replaces the message it stood in', async () => {
    await slack.slash(lead, attendance, '/attendance', 'one');
    await expect.poll(() => last(attendance)?.text).toBe('You asked: one');
    const { ts = '' } = last(attendance) ?? {};
    await slack.press(lead, ts, 'go', 'first');
    await expect.poll(() => last(attendance)).toMatchObject({ ts, text: 'Gone', blocks: [], edited: true });
  });

  test('a direct message, its button, the modal it opens and what is entered there', async () => {
    await slack.directMessage(lead, 'hello');
    const { id } = slack.direct(lead);
    await expect.poll(() => last(id)?.text).toBe('Well?');
    await slack.press(lead, last(id)?.ts ?? '', 'go');
    await expect.poll(() => slack.modals(lead).length).toBe(1);
    const view = slack.modals(lead)[0];
    expect(view).toMatchObject({ title: 'Reason', privateMetadata: 'h-42', submit: 'Record' });

    await expect(slack.submit(lead, view?.id ?? '', {})).rejects.toThrow('Please fill in: why.');
    await slack.submit(lead, view?.id ?? '', { why: { text: 'no' } });
    expect(slack.modals(lead)[0]?.errors).toEqual({ why: 'Say a little more' });
    await slack.submit(lead, view?.id ?? '', { why: { text: 'family illness' }, stage: { choice: '1' } });
    expect(slack.modals(lead)).toEqual([]);
    await expect.poll(() => last(id)?.text).toBe('Recorded: family illness');
    expect(connected.heard.filter((one) => one.what === 'view').map((one) => one.text)).toEqual([
      'no 2',
      'family illness 1',
    ]);
  });

  test('a file uploaded in two steps, into the direct message', async () => {
    await slack.directMessage(lead, 'file');
    await expect.poll(() => slack.files().at(-1)?.shares.length).toBe(1);
    const file = slack.files().at(-1);
    expect(file).toMatchObject({ name: 'letter.pdf', mimeType: 'application/pdf', state: 'complete' });
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('%PDF-1.7 test');
    expect(last(slack.direct(lead).id)?.files).toEqual([file?.id]);
  });

  test('the home tab is published when it is opened', async () => {
    await slack.openHome(lead);
    await expect.poll(() => slack.home(lead)?.blocks.map((block) => block.type)).toEqual(['divider']);
  });

  test('the very same event, command and press delivered again reach the app again', async () => {
    const event = await slack.directMessage('U0TUTOR', 'twice');
    await slack.deliverAgain(event.delivery, { number: 1, reason: 'http_timeout' });
    await expect.poll(() => heardOf(event.delivery.body['event_id'])).toBe(2);
    const command = await slack.slash(lead, attendance, '/attendance', 'twice');
    await slack.deliverAgain(command.delivery);
    await expect.poll(() => heardOf(command.delivery.body['trigger_id'])).toBe(2);
    await expect.poll(() => last(attendance)?.text).toBe('You asked: twice');
    const press = await slack.press(lead, last(attendance)?.ts ?? '', 'go');
    await slack.deliverAgain(press.delivery);
    await expect.poll(() => heardOf(press.delivery.body['trigger_id'])).toBe(2);
  });

  test('blocks Slack would refuse are refused with the place and the limit', async () => {
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.app.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: attendance,
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }],
      }),
    });
    expect(await response.json()).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    });
  });
});

test('a command nobody acknowledges is told to the person after three seconds', async () => {
  const { slack, stop } = await connectBolt('http');
  const { acknowledged } = await slack.slash(lead, attendance, '/attendance', 'sleep');
  expect(acknowledged).toBe(false);
  expect(slack.messages(attendance, lead).at(-1)?.text).toBe('/attendance failed with the error “operation_timeout”');
  await stop();
});

test('an app with another signing secret refuses the challenge and everything after it', async () => {
  await expect(connectBolt('http', 'not-the-secret')).rejects.toThrow('did not answer the challenge (status 401)');
});

test.each(['refreshConnections', 'dropConnections'] as const)(
  'after %s the app connects anew and nothing is lost',
  async (way) => {
    const { slack, heard, stop } = await connectBolt('socket');
    slack[way]();
    const receipt = await slack.directMessage(lead, 'still there?');
    expect(receipt.acknowledged).toBe(true);
    expect(heard.map((one) => one.text)).toEqual(['still there?']);
    expect(slack.calls().filter((call) => call.method === 'apps.connections.open').length).toBe(2);
    await stop();
  },
);
