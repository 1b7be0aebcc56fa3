import { dirname, join } from 'node:path';
import { parseIsoDay, type Day } from '../register/day.ts';
import type { SlackSettings } from './slack/slack-settings.ts';
import type { StorePlace } from './store/open-database.ts';

/** Everything that the environment decides. */
export interface Settings {
  readonly store: StorePlace;
  /** Where it is written who may ask, and about whom. */
  readonly staffFile: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The day every answer is for; undefined: the last day with marks. */
  readonly asAt: Day | undefined;
  /** Undefined: no workspace, the page is served instead. */
  readonly slack: SlackSettings | undefined;
  readonly colour: boolean;
}

/** One environment variable, as help and README print it. */
export interface Variable {
  readonly name: string;
  readonly meaning: string;
  readonly whenUnset: string;
}

export const variables: readonly Variable[] = [
  { name: 'ATT_STORE', meaning: 'the file that holds all that Att remembers (SQLite)', whenUnset: '.att/att.db' },
  { name: 'DATABASE_URL', meaning: 'a PostgreSQL database, used in place of ATT_STORE', whenUnset: 'SQLite' },
  {
    name: 'ATT_STAFF',
    meaning: 'the file that says who may ask, and about whom',
    whenUnset: 'staff.yaml beside the store: .att/staff.yaml',
  },
  { name: 'PORT', meaning: 'the port of the page, or of Slack’s requests over HTTP', whenUnset: '3000' },
  {
    name: 'ATT_AS_AT',
    meaning: 'the day that answers are for, as 2024-03-28',
    whenUnset: 'the last day with marks, named in every answer',
  },
  { name: 'SLACK_BOT_TOKEN', meaning: 'the bot token of the Slack app (xoxb-…)', whenUnset: 'the page, without Slack' },
  { name: 'SLACK_APP_TOKEN', meaning: 'the app-level token (xapp-…): connects by Socket Mode', whenUnset: 'HTTP' },
  { name: 'SLACK_SIGNING_SECRET', meaning: 'the signing secret: takes Slack’s requests over HTTP', whenUnset: '–' },
  { name: 'NO_COLOR', meaning: 'any value: print without colours', whenUnset: 'colours on a terminal' },
];

export type Environment = Readonly<Record<string, string | undefined>>;

export type SettingsRead =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads the settings; every wrong one is told, each with its cure. A variable set to nothing counts as unset. */
export function readSettings(environment: Environment): SettingsRead {
  const problems: string[] = [];
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const path = value('ATT_STORE') ?? join('.att', 'att.db');
  const settings: Settings = {
    store: readStore(value('DATABASE_URL'), path, problems),
    staffFile: value('ATT_STAFF') ?? join(path === ':memory:' ? '.att' : dirname(path), 'staff.yaml'),
    port: readPort(value('PORT'), problems),
    asAt: readAsAt(value('ATT_AS_AT'), problems),
    slack: readSlack(
      { bot: value('SLACK_BOT_TOKEN'), app: value('SLACK_APP_TOKEN'), secret: value('SLACK_SIGNING_SECRET') },
      problems,
    ),
    colour: value('NO_COLOR') === undefined,
  };
  return problems.length === 0 ? { kind: 'settings', settings } : { kind: 'problems', problems };
}

/** The URL itself is never repeated: it may hold a password. */
function readStore(databaseUrl: string | undefined, path: string, problems: string[]): StorePlace {
  if (databaseUrl === undefined) return { path };
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push(
      'DATABASE_URL is not the address of a PostgreSQL database. ' +
        'Write it as postgres://user:password@host:5432/database, or unset it to use SQLite.',
    );
  }
  return { databaseUrl };
}

function readPort(text: string | undefined, problems: string[]): number {
  if (text === undefined) return 3000;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  problems.push(`PORT is “${text}”. Set it to a whole number from 0 to 65535 (0 takes any free port), or unset it.`);
  return 3000;
}

function readAsAt(text: string | undefined, problems: string[]): Day | undefined {
  const day = text === undefined ? undefined : parseIsoDay(text);
  if (text !== undefined && day === undefined) {
    problems.push(
      `ATT_AS_AT is “${text}”. Write the day as year-month-day, such as 2024-03-28, or unset it for the last day with marks.`,
    );
  }
  return day;
}

interface SlackSecrets {
  readonly bot: string | undefined;
  readonly app: string | undefined;
  readonly secret: string | undefined;
}

/** The secrets themselves are never repeated. Socket Mode goes before HTTP where both are set. */
function readSlack({ bot, app, secret }: SlackSecrets, problems: string[]): SlackSettings | undefined {
  if (bot === undefined) {
    const other = app === undefined ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
    if (app !== undefined || secret !== undefined) {
      problems.push(
        `${other} is set and SLACK_BOT_TOKEN is not. Set it too (it begins with xoxb-), or unset ${other}.`,
      );
    }
    return undefined;
  }
  if (!bot.startsWith('xoxb-')) {
    problems.push('SLACK_BOT_TOKEN does not begin with xoxb-. Copy the “Bot User OAuth Token” of the app.');
  }
  if (app !== undefined && !app.startsWith('xapp-')) {
    problems.push(
      'SLACK_APP_TOKEN does not begin with xapp-. Make an app-level token with the scope connections:write.',
    );
  }
  if (app !== undefined) return { kind: 'socket', botToken: bot, appToken: app };
  if (secret !== undefined) return { kind: 'http', botToken: bot, signingSecret: secret };
  problems.push(
    'SLACK_BOT_TOKEN is set, and neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET. ' +
      'Set SLACK_APP_TOKEN for Socket Mode (no address needed) or SLACK_SIGNING_SECRET for HTTP.',
  );
  return undefined;
}
