import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { pings, type StandIn } from '../../../bot/stand-in/index.ts';
import { startFakeSlack } from '../../support/fake-slack.ts';

let slack: StandIn;
let clock = Date.now();

beforeEach(async () => {
  clock = Date.now();
  slack = await startFakeSlack({ now: () => clock });
});
afterEach(() => slack.stop());

type Answer = Readonly<Record<string, unknown>>;

/** One call as a form, which is how Slack's client sends it, with the bot's token unless another is given. */
async function call(
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  token = slack.app.botToken,
): Promise<Answer> {
  const form = new URLSearchParams(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    body: form,
  });
  return (await response.json()) as Answer;
}

const lead = 'U0LEAD';

test.each<[string, string, string]>([
  ['no token', '', 'not_authed'],
  ['a token of someone else', 'xoxb-other', 'invalid_auth'],
])('%s', async (_name, token, error) => {
  expect(await call('auth.test', {}, token)).toEqual({ ok: false, error });
});

test('each token opens its own doors', async () => {
  expect(await call('auth.test')).toMatchObject({
    ok: true,
    team: 'Meadow Lane Primary',
    user_id: slack.app.botUserId,
  });
  expect(await call('apps.connections.open')).toEqual({ ok: false, error: 'not_allowed_token_type' });
  expect(await call('auth.test', {}, slack.app.appToken)).toEqual({ ok: false, error: 'not_allowed_token_type' });
  expect((await call('apps.connections.open', {}, slack.app.appToken))['url']).toMatch(
    /^ws:\/\/127\.0\.0\.1:\d+\/link\?ticket=/,
  );
  expect(await call('constructor')).toEqual({ ok: false, error: 'unknown_method' });
});

test.each<[string, Answer]>([
  ['C0GENERAL', { is_channel: true, is_private: false, is_im: false, is_ext_shared: false, is_member: false }],
  ['C0PASTORAL', { is_group: true, is_private: true, is_ext_shared: false, is_member: true }],
  ['C0SHARED', { is_private: true, is_shared: true, is_ext_shared: true, connected_team_ids: ['T0AWAY'] }],
])('what kind of place %s is', async (channel, expected) => {
  expect(await call('conversations.info', { channel })).toMatchObject({ ok: true, channel: expected });
});

test('a direct message is one, a guest and a stranger are known as such', async () => {
  const { channel } = (await call('conversations.open', { users: lead })) as { channel: { id: string } };
  expect(await call('conversations.info', { channel: channel.id })).toMatchObject({
    channel: { is_im: true, user: lead },
  });
  expect(await call('conversations.members', { channel: 'C0GUESTS' })).toMatchObject({
    members: [lead, 'U0GUEST', slack.app.botUserId],
  });
  expect(await call('users.info', { user: 'U0GUEST' })).toMatchObject({
    user: { is_restricted: true, is_stranger: false },
  });
  expect(await call('users.info', { user: 'U0AWAY' })).toMatchObject({
    user: { is_restricted: false, is_stranger: true, team_id: 'T0AWAY' },
  });
});

test.each<[string, string, Answer, string]>([
  ['nothing to say', 'chat.postMessage', { channel: 'C0ATTEND' }, 'no_text'],
  ['a channel that is not', 'chat.postMessage', { channel: 'C9', text: 'x' }, 'channel_not_found'],
  ['a channel the app is not in', 'chat.postMessage', { channel: 'C0GENERAL', text: 'x' }, 'not_in_channel'],
  ['blocks that are no JSON', 'chat.postMessage', { channel: 'C0ATTEND', blocks: '[{' }, 'invalid_blocks_format'],
  [
    'a person who is not there',
    'chat.postEphemeral',
    { channel: 'C0ATTEND', user: 'U0OTHER', text: 'x' },
    'user_not_in_channel',
  ],
  ['a message that is not', 'chat.update', { channel: 'C0ATTEND', ts: '1.000001', text: 'x' }, 'message_not_found'],
  ['a file that is not', 'files.info', { file: 'F9' }, 'file_not_found'],
  [
    'a modal out of nothing',
    'views.open',
    { trigger_id: 'x', view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] } },
    'invalid_trigger_id',
  ],
  ['a modal that is none', 'views.open', { trigger_id: 'x', view: { type: 'modal', blocks: [] } }, 'invalid_arguments'],
  ['a view that is not', 'views.update', { view_id: 'V9', view: {} }, 'not_found'],
])('%s', async (_name, method, args, error) => {
  expect(await call(method, args)).toMatchObject({ ok: false, error });
});

test('a message for one person is seen by that person, and cannot be changed later', async () => {
  const { message_ts } = await call('chat.postEphemeral', { channel: 'C0ATTEND', user: lead, text: 'for you' });
  expect(slack.messages('C0ATTEND', lead).map((one) => one.text)).toEqual(['for you']);
  expect(slack.messages('C0ATTEND', 'U0TUTOR')).toEqual([]);
  expect(slack.messages('C0ATTEND', 'U0OTHER')).toEqual([]);
  expect(await call('chat.update', { channel: 'C0ATTEND', ts: message_ts, text: 'x' })).toMatchObject({
    error: 'message_not_found',
  });
});

test('a posted message can be changed and deleted by the app, another’s cannot', async () => {
  const { ts, channel } = await call('chat.postMessage', { channel: lead, text: 'one' });
  expect(channel).toBe(slack.direct(lead).id);
  await call('chat.update', { channel, ts, text: 'two' });
  expect(slack.messages(String(channel), lead)).toMatchObject([{ text: 'two', edited: true }]);
  const own = slack.write(lead, String(channel), 'mine');
  expect(await call('chat.delete', { channel, ts: own.ts })).toMatchObject({ error: 'cant_delete_message' });
  await call('chat.delete', { channel, ts });
  expect(slack.messages(String(channel), lead).map((one) => one.text)).toEqual(['mine']);
});

test('whom a text would notify: nobody, when it is escaped', async () => {
  await call('chat.postMessage', { channel: 'C0ATTEND', text: '&lt;!channel&gt; &amp; co, <!date^1^{date}|then>' });
  await call('chat.postMessage', { channel: 'C0ATTEND', text: '<!channel> <@U0LEAD>' });
  expect(slack.messages('C0ATTEND', lead).map(pings)).toEqual([[], ['<!channel>', '<@U0LEAD>']]);
});

test('a file: announced, sent, shared, withdrawn', async () => {
  const { upload_url, file_id } = await call('files.getUploadURLExternal', { filename: 'a.pdf', length: 4 });
  const done = { files: [{ id: file_id, title: 'A' }], channel_id: slack.direct(lead).id };
  expect(await call('files.completeUploadExternal', done)).toMatchObject({ error: 'file_upload_incomplete' });
  const short = await fetch(String(upload_url), { method: 'POST', body: 'abc' });
  expect([short.status, await short.text()]).toEqual([400, '4 bytes were announced and 3 came']);
  expect((await fetch(String(upload_url), { method: 'POST', body: 'abcd' })).status).toBe(200);
  expect(await call('files.completeUploadExternal', { ...done, channel_id: lead })).toMatchObject({
    error: 'channel_not_found',
  });
  await call('files.completeUploadExternal', done);
  expect(slack.messages(slack.direct(lead).id, lead)).toMatchObject([{ files: [file_id] }]);
  const { file } = (await call('files.info', { file: file_id })) as { file: Answer };
  expect(file).toMatchObject({ title: 'A', size: 4, mimetype: 'application/pdf' });
  const read = (token: string) => fetch(String(file['url_private']), { headers: { authorization: `Bearer ${token}` } });
  expect(await (await read(slack.app.botToken)).text()).toBe('abcd');
  expect((await read('xoxb-other')).status).toBe(404);
  await call('files.delete', { file: file_id });
  expect(await call('files.info', { file: file_id })).toMatchObject({ error: 'file_deleted' });
  expect(slack.files()).toMatchObject([{ state: 'deleted', bytes: new Uint8Array() }]);
});

const modal = (title: string) => ({ type: 'modal', title: { type: 'plain_text', text: title }, blocks: [] });

/** The trigger and the response URL of a command that no app is there to hear. */
async function lent(): Promise<{ trigger_id: string; response_url: string }> {
  await slack.useRequestUrl(await echo());
  const { delivery } = await slack.slash(lead, 'C0ATTEND', '/attendance', 'x');
  return delivery.body as { trigger_id: string; response_url: string };
}

test('a trigger opens one modal, within three seconds', async () => {
  const { trigger_id } = await lent();
  expect(await call('views.open', { trigger_id, view: modal('One') })).toMatchObject({ ok: true });
  expect(await call('views.open', { trigger_id, view: modal('Two') })).toMatchObject({ error: 'exchanged_trigger_id' });
  const late = await lent();
  clock += 3_001;
  expect(await call('views.open', { trigger_id: late.trigger_id, view: modal('Late') })).toMatchObject({
    error: 'expired_trigger_id',
  });
  expect(slack.modals(lead).map((view) => view.title)).toEqual(['One']);
});

test('modals three deep, a stale update refused', async () => {
  for (const method of ['views.open', 'views.push', 'views.push']) {
    expect(await call(method, { trigger_id: (await lent()).trigger_id, view: modal('M') })).toMatchObject({ ok: true });
  }
  expect(await call('views.push', { trigger_id: (await lent()).trigger_id, view: modal('M') })).toMatchObject({
    error: 'push_limit_reached',
  });
  const { id = '', hash = '' } = slack.modals(lead)[2] ?? {};
  expect(await call('views.update', { view_id: id, hash, view: modal('New') })).toMatchObject({
    ok: true,
    view: { id },
  });
  expect(await call('views.update', { view_id: id, hash, view: modal('Old') })).toMatchObject({
    error: 'hash_conflict',
  });
  await slack.closeModal(lead, id);
  expect(slack.modals(lead).map((view) => view.title)).toEqual(['M', 'M']);
});

test('a response URL: five uses in thirty minutes, blocks checked', async () => {
  const { response_url } = await lent();
  const respond = async (body: object): Promise<number> =>
    (
      await fetch(response_url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;
  expect(await respond({ text: 'one', replace_original: true })).toBe(200);
  expect(await respond({ text: 'all', response_type: 'in_channel' })).toBe(200);
  expect(await respond({ blocks: [{ type: 'nothing' }] })).toBe(400);
  expect(await respond({ text: 'four' })).toBe(200);
  expect(await respond({ text: 'five' })).toBe(200);
  expect(await respond({ text: 'six' })).toBe(404);
  expect(slack.messages('C0ATTEND', lead).map((one) => one.text)).toEqual(['one', 'all', 'four', 'five']);
  expect(slack.messages('C0ATTEND', 'U0TUTOR').map((one) => one.text)).toEqual(['all']);
  const late = await lent();
  clock += 30 * 60_000 + 1;
  expect((await fetch(late.response_url, { method: 'POST', body: '{}' })).status).toBe(404);
});

test('the next call fails as a test asks, once', async () => {
  slack.failNext('conversations.info', 'missing_scope');
  expect(await call('conversations.info', { channel: 'C0ATTEND' })).toEqual({ ok: false, error: 'missing_scope' });
  expect(await call('conversations.info', { channel: 'C0ATTEND' })).toMatchObject({ ok: true });
  slack.failNext('chat.postMessage', 'ratelimited');
  const limited = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
  expect(slack.calls().map(({ method, outcome }) => `${method} ${outcome}`)).toEqual([
    'conversations.info missing_scope',
    'conversations.info ok',
    'chat.postMessage ratelimited',
  ]);
});

test.each<[string, () => Promise<unknown>, string]>([
  [
    'a command in a channel one is not in',
    () => slack.slash('U0OTHER', 'C0PASTORAL', '/attendance', 'x'),
    'U0OTHER is not in the channel C0PASTORAL.',
  ],
  [
    'a command nobody registered',
    () => slack.slash(lead, 'C0ATTEND', '/absence', 'x'),
    '/absence is not a valid command.',
  ],
  [
    'a mention where the app is not',
    () => slack.mention(lead, 'C0GENERAL', 'x'),
    'Att is not in the channel C0GENERAL.',
  ],
  ['a message from nobody', () => slack.directMessage('U9', 'x'), 'There is no user U9 in the workspace.'],
  ['a press in nothing', () => slack.press(lead, '1.000001', 'go'), 'U0LEAD sees no message or view 1.000001.'],
])('%s', async (_name, act, message) => {
  await expect(act()).rejects.toThrow(message);
});

const { url: echo, stop: stopEcho } = createEcho();
afterAll(stopEcho);

/** An app that acknowledges everything and does nothing: it echoes challenges and answers 200. */
function createEcho(): { url: () => Promise<string>; stop: () => void } {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      response.end(body.startsWith('{') ? (JSON.parse(body) as { challenge?: string }).challenge : '');
    });
  });
  return {
    async url() {
      if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    stop: () => void server.close(),
  };
}
