import { describe, expect, test } from 'vitest';
import { readSettings, variables, type Environment } from '../../bot/settings.ts';
import { isoDay } from '../../register/day.ts';

const settings = (environment: Environment) => {
  const read = readSettings(environment);
  return read.kind === 'settings' ? read.settings : read.problems.join('\n');
};

test('nothing set', () => {
  expect(settings({})).toEqual({
    store: { path: '.att/att.db' },
    staffFile: '.att/staff.yaml',
    port: 3000,
    asAt: undefined,
    slack: undefined,
    colour: true,
  });
});

test('a variable set to nothing counts as unset', () => {
  expect(settings(Object.fromEntries(variables.map(({ name }) => [name, ' '])))).toEqual(settings({}));
});

test.each<[Environment, object]>([
  [{ ATT_STORE: '/data/school.db' }, { store: { path: '/data/school.db' }, staffFile: '/data/staff.yaml' }],
  [{ ATT_STORE: '/data/school.db', ATT_STAFF: 'who.yaml' }, { staffFile: 'who.yaml' }],
  [{ ATT_STORE: ':memory:' }, { staffFile: '.att/staff.yaml' }],
  [{ DATABASE_URL: 'postgres://att@db/att', ATT_STORE: 'x.db' }, { store: { databaseUrl: 'postgres://att@db/att' } }],
  [{ PORT: '8080' }, { port: 8080 }],
  [{ PORT: '0' }, { port: 0 }],
  [{ ATT_AS_AT: '2024-03-28' }, { asAt: isoDay('2024-03-28') }],
  [{ NO_COLOR: '1' }, { colour: false }],
  [
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' },
    { slack: { kind: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } },
  ],
  [
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' },
    { slack: { kind: 'http', botToken: 'xoxb-1', signingSecret: 's' } },
  ],
])('%j', (environment, expected) => {
  expect(settings(environment)).toMatchObject(expected);
});

describe('told with the cure', () => {
  test.each<[Environment, string]>([
    [{ PORT: '30000000' }, 'PORT is “30000000”. Set it to a whole number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT is “-1”'],
    [{ ATT_AS_AT: '28/03/2024' }, 'Write the day as year-month-day, such as 2024-03-28'],
    [{ ATT_AS_AT: '2024-02-30' }, 'ATT_AS_AT is “2024-02-30”'],
    [{ DATABASE_URL: 'mysql://x' }, 'Write it as postgres://'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'Set SLACK_APP_TOKEN for Socket Mode'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN is set and SLACK_BOT_TOKEN is not'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_SIGNING_SECRET is set and SLACK_BOT_TOKEN is not'],
    [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN does not begin with xoxb-'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN does not begin with xapp-'],
  ])('%j', (environment, message) => {
    expect(settings(environment)).toContain(message);
  });

  test('every one that is wrong, and no secret among the words', () => {
    const told = settings({
      PORT: 'x',
      ATT_AS_AT: 'x',
      DATABASE_URL: 'http://u:hunter2@h',
      SLACK_BOT_TOKEN: 'hunter2',
    });
    expect(told).toMatch(/DATABASE_URL[^]*PORT[^]*ATT_AS_AT[^]*SLACK_BOT_TOKEN/);
    expect(told).not.toContain('hunter2');
  });
});
