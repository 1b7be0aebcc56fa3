import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../bot/main.ts';
import { widnesPlan } from '../../bot/sample-school/widnes-plan.ts';
import { ServeError } from '../../bot/serve-error.ts';
import { readSettings, type Environment } from '../../bot/settings.ts';
import { createLog } from '../../bot/slack/log.ts';
import { startFakeSlack } from '../support/fake-slack.ts';

const assets = { script: '', style: '' };
const silent = createLog({ to: { write: () => undefined } });
let folder: string;
let store: string;

/** Starts it on the folder of these tests, with the sample at its smallest. */
async function start(environment: Environment = {}, slackApiUrl?: string): Promise<Serving & { printed: string }> {
  const read = readSettings({ ATT_STORE: store, PORT: '0', NO_COLOR: '1', ...environment });
  if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
  let printed = '';
  const serving = await serve(read.settings, {
    print: (text) => void (printed += text),
    log: silent,
    assets,
    samples: [widnesPlan(70)],
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  });
  return { ...serving, printed };
}

async function refusalOf(environment: Environment, slackApiUrl?: string): Promise<ServeError> {
  const outcome = await start(environment, slackApiUrl).catch((error: unknown) => error);
  if (!(outcome instanceof ServeError)) throw new Error(`expected a refusal, not ${String(outcome)}`);
  return outcome;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'att-serve-'));
  store = join(folder, 'att.db');
});
afterAll(() => rm(folder, { recursive: true }));

test('an empty store is filled with the sample once, and its staff written for its owner alone', async () => {
  const first = await start();
  await first.stop();
  expect(first.printed).toContain('The store is empty: making sample schools');
  expect(first.printed).toMatch(/Widnes Academy \(sample\): 70 pupils and \d\d,\d{3} marks imported in \d+\.\d s\./);
  expect(first.printed).toContain('answers are as at Friday 19 July 2024');
  expect(await readFile(join(folder, 'staff.yaml'), 'utf8')).toContain('U0TUTOR5B');
  expect((await stat(join(folder, 'staff.yaml'))).mode & 0o777).toBe(0o600);

  const second = await start({ ATT_AS_AT: '2024-03-28' });
  await second.stop();
  expect(second.printed).not.toContain('sample school');
  expect(second.printed).toContain('answers are as at Thursday 28 March 2024');
});

test('the page answers on this machine alone, and to nobody once stopped', async () => {
  const serving = await start();
  expect(await (await fetch(serving.url!)).text()).toContain('<title>Att');
  expect(serving.url).toMatch(/^http:\/\/localhost:\d+$/);
  await serving.stop();
  await expect(fetch(serving.url!)).rejects.toThrow();
});

describe('told with the cure', () => {
  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => {
      other.once('listening', resolve);
    });
    const { port } = other.address() as { port: number };
    const refusal = await refusalOf({ PORT: String(port) });
    other.close();
    expect(refusal.exitCode).toBe(3);
    expect(refusal.message).toContain(`port ${port} is in use`);
    expect(refusal.message).toContain(`PORT=${port + 1} npm start`);
  });

  test('a staff file with a mistake in it', async () => {
    const staff = join(folder, 'wrong.yaml');
    await writeFile(staff, 'staff:\n  - id: lead\n    role: king\n    schools: [widnes]\n');
    const { message } = await refusalOf({ ATT_STAFF: staff });
    expect(message).toContain(`${staff}:3: role is “king”; expected one of attendance lead`);
  });

  test('a store that cannot be opened', async () => {
    expect((await refusalOf({ ATT_STORE: join(folder, 'staff.yaml', 'att.db') })).message).toContain('cannot open');
  });

  test('Slack wanted, and no staff file', async () => {
    const { message } = await refusalOf({ ...tokens, ATT_STAFF: join(folder, 'none.yaml') });
    expect(message).toContain('none.yaml, so nobody may ask');
  });

  test('Slack wanted, and no school in the store', async () => {
    const { message } = await refusalOf({ ...tokens, ATT_STORE: join(folder, 'empty.db') });
    expect(message).toContain('the store holds no school yet');
  });

  test('Slack refuses the token', async () => {
    const slack = await startFakeSlack();
    const { message } = await refusalOf(tokens, slack.apiUrl);
    await slack.stop();
    expect(message).toContain('Slack answered “invalid_auth”. Check SLACK_BOT_TOKEN');
  });
});

test('with tokens it connects to Slack, and says so', async () => {
  const slack = await startFakeSlack();
  const serving = await start(
    { SLACK_BOT_TOKEN: slack.app.botToken, SLACK_APP_TOKEN: slack.app.appToken },
    slack.apiUrl,
  );
  expect(serving.printed).toContain('Att is connected to Slack');
  expect(await slack.connected(1_000)).toBe(true);
  await serving.stop();
  await slack.stop();
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0, and the store can be opened again', async (signal) => {
  const started = spawn(process.execPath, ['bot/main.ts'], {
    env: { PATH: process.env['PATH'], ATT_STORE: store, PORT: '0', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  started.stdout.on('data', (part: Buffer) => (said += part.toString('utf8')));
  started.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => {
    started.once('exit', resolve);
  });
  await expect.poll(() => said, { timeout: 10_000 }).toMatch(/Open +http:\/\/localhost:\d+|cannot|not built/);
  expect(said).toContain('Open');
  started.kill(signal);
  expect(await ended).toBe(0);
  expect(said).toContain('Stopping');
  await (await start()).stop();
});

const tokens = { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-wrong' };
