import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createDispatch } from './delivery/dispatch.ts';
import { createSocketSide } from './delivery/socket-delivery.ts';
import type { Change } from './model/change-feed.ts';
import type { StoredFile } from './model/files.ts';
import type { Message } from './model/messages.ts';
import { createModel, type Secrets } from './model/model.ts';
import type { View } from './model/views.ts';
import type { AppIdentity, Channel, Team, User, WorkspaceSeed } from './model/workspace.ts';
import { createPeople, type People } from './people.ts';
import { createSlackServer } from './server.ts';
import type { ApiCall } from './web-api/call-method.ts';

export interface SlackOptions {
  readonly workspace: WorkspaceSeed;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Random unless given. */
  readonly secrets?: Secrets;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A small Slack on this machine: an app connects to it as to the real one, people act, and anyone may look. */
export interface StandIn extends People {
  /** For Bolt's `clientOptions.slackApiUrl`: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl: string;
  readonly app: AppIdentity;
  readonly team: Team;
  users(): readonly User[];
  channels(): readonly Channel[];
  /** The direct message between this person and the app. */
  direct(user: string): Channel;
  /** What a person sees in a channel, oldest first; nothing when they are not in it. Texts are as the app sent them. */
  messages(channel: string, asSeenBy: string): readonly Message[];
  files(): readonly StoredFile[];
  /** The open modals of a person, the one in front last. */
  modals(user: string): readonly View[];
  home(user: string): View | undefined;
  /** The last 1,000 calls of the Web API, oldest first. */
  calls(): readonly ApiCall[];
  /** Answers the next call of this method with an error (`ratelimited` as status 429). */
  failNext(method: string, error: string): void;
  /** From now on delivers by HTTP to this URL; throws when it does not answer Slack's challenge. */
  useRequestUrl(url: string): Promise<void>;
  /** Waits, at most this many milliseconds, until an app is connected by socket. */
  connected(waitMs?: number): Promise<boolean>;
  /** Asks connected apps to connect anew, as Slack does every few hours. */
  refreshConnections(): void;
  /** Breaks every socket without a word. */
  dropConnections(): void;
  onChange(listener: (change: Change) => void): () => void;
  /** Waits for deliveries under way, then closes; stop the app first. */
  stop(): Promise<void>;
}

const callsKept = 1000;

/** Starts a small Slack on 127.0.0.1. */
export async function startSlack({
  workspace,
  port = 0,
  secrets = {},
  now = Date.now,
}: SlackOptions): Promise<StandIn> {
  const calls: ApiCall[] = [];
  const failures = new Map<string, string[]>();
  const server = createSlackServer({
    model: () => model,
    openSocket: () => socket.openAddress(),
    takeFailure: (method) => failures.get(method)?.shift(),
    record(call) {
      calls.push(call);
      if (calls.length > callsKept) calls.shift();
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const model = createModel(workspace, now, () => `http://${host}`, secrets);
  const { directory } = model;
  const socket = createSocketSide(server, directory.app.id, () => `ws://${host}`);
  const dispatch = createDispatch(model, socket);

  return {
    ...createPeople(model, dispatch),
    apiUrl: `http://${host}/api/`,
    app: directory.app,
    team: directory.team,
    users: () => directory.users(),
    channels: () => directory.channels(),
    direct: (user) => directory.direct(user),
    messages: (channel, asSeenBy) =>
      directory.channel(channel)?.members.includes(asSeenBy) === true
        ? model.messages.inChannel(channel, asSeenBy)
        : [],
    files: () => model.files.all(),
    modals: (user) => model.views.modals(user),
    home: (user) => model.views.home(user),
    calls: () => calls,
    failNext: (method, error) => void failures.set(method, [...(failures.get(method) ?? []), error]),
    useRequestUrl: (url) => dispatch.useRequestUrl(url),
    connected: (waitMs = 10_000) => socket.connected(waitMs),
    refreshConnections: () => socket.refresh(),
    dropConnections: () => socket.drop(),
    onChange: (listener) => model.feed.onChange(listener),
    async stop() {
      await dispatch.quiet();
      await socket.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
