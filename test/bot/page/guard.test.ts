import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { createPage } from '../../../bot/page/index.ts';
import type { StandIn } from '../../../bot/stand-in/index.ts';
import { startFakeSlack } from '../../support/fake-slack.ts';

let slack: StandIn;
let page: Hono;

beforeAll(async () => {
  slack = await startFakeSlack();
  page = createPage(slack, { assets: { script: 'start()', style: 'p {}' }, hosts: ['att.school.test'] });
});
afterAll(() => slack.stop());

type Headers = Readonly<Record<string, string>>;

async function status(path: string, headers: Headers, method = 'GET'): Promise<number> {
  const body = method === 'POST' ? JSON.stringify({ user: 'U0LEAD', channel: 'C0GENERAL', text: 'hello' }) : null;
  return (await page.request(path, { method, headers: { host: 'localhost:3000', ...headers }, body })).status;
}

const json = { 'content-type': 'application/json' };

test.each<[string, string, Headers, number]>([
  ['the page under its own name', '/', {}, 200],
  ['the page by address', '/', { host: '127.0.0.1:3000' }, 200],
  ['the page by the other address', '/', { host: '[::1]:3000' }, 200],
  ['the page under a name it was given', '/', { host: 'att.school.test' }, 200],
  ['a name rebound to this machine', '/', { host: 'evil.example:3000' }, 403],
  ['no name at all', '/', { host: '' }, 403],
  ['the state, from the page', '/api/state', { 'sec-fetch-site': 'same-origin' }, 200],
  ['the state, from another site', '/api/state', { 'sec-fetch-site': 'cross-site' }, 403],
  ['the state, from another port', '/api/state', { origin: 'http://localhost:4000' }, 403],
])('%s', async (_name, path, headers, expected) => {
  expect(await status(path, headers)).toBe(expected);
});

test.each<[string, Headers, number]>([
  ['from the page', { ...json, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 200],
  ['from no browser', json, 200],
  ['from another site', { ...json, origin: 'https://evil.example' }, 403],
  ['from a sandboxed frame', { ...json, origin: 'null' }, 403],
  ['from a site that hides its origin', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
  ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['as text, which needs no permission', { 'content-type': 'text/plain' }, 415],
])('a message sent %s', async (_name, headers, expected) => {
  expect(await status('/api/send', headers, 'POST')).toBe(expected);
});

test('a body that is no action, a user who is not there, an action nobody knows', async () => {
  const post = (path: string, body: string) =>
    page.request(path, { method: 'POST', headers: { host: 'localhost', ...json }, body });
  expect(await (await post('/api/press', 'not json')).json()).toEqual({
    ok: false,
    message: ' sees no message or view .',
  });
  expect(await (await post('/api/send', '{"user":"U0NOBODY","channel":"C0GENERAL","text":"x"}')).json()).toEqual({
    ok: false,
    message: 'There is no user U0NOBODY in the workspace.',
  });
  expect((await post('/api/constructor', '{}')).status).toBe(404);
  expect((await post('/api/send', JSON.stringify({ text: 'x'.repeat(300_000) }))).status).toBe(413);
});

test('everything comes with the headers that keep other sites out', async () => {
  const { headers } = await page.request('/', { headers: { host: 'localhost' } });
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('the page says nothing in its own mark-up that a name could break out of', async () => {
  const hostile = createPage(slack, {
    assets: { script: '', style: '' },
    suggestions: { U0LEAD: ['"><script>alert(1)</script>'] },
  });
  const text = await (await hostile.request('/', { headers: { host: 'localhost' } })).text();
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&quot;&gt;&lt;script&gt;');
});
