import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly agent_view: { readonly agent_description: string; readonly suggested_prompts: readonly object[] };
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
  };
}

const folder = 'bot/slack';
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

const used = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map((match) => match[1]!))].sort();

test('every command listened to is asked for, and no other', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(used(/app\.command\('([^']+)'/g));
});

test('every event listened to is subscribed to, and no other', () => {
  const events = used(/app\.event\('([^']+)'/g).map((name) => (name === 'message' ? 'message.im' : name));
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(events);
});

test('each scope is needed by a method called, an event or the command, and none is missing', () => {
  const methods = used(/client\.((?:chat|conversations|users|views|files)\.\w+)\(/g);
  expect(methods.filter((method) => !Object.hasOwn(scopesOfMethods, method))).toEqual([]);
  const needed = [
    ...methods.flatMap((method) => scopesOfMethods[method] ?? []),
    ...manifest.settings.event_subscriptions.bot_events.flatMap((event) => scopesOfEvents[event] ?? []),
    'commands',
  ];
  expect(manifest.oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
});

test('buttons and windows are switched on, and the texts fit', () => {
  expect(manifest.settings.interactivity.is_enabled).toBe(true);
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  expect(manifest.features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(manifest.features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
});

/** After Slack's reference of each method; conversations of every kind are looked at to find out who may read them. */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.open': ['im:write'],
  'files.uploadV2': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  app_home_opened: [],
};
