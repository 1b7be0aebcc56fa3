import { createChangeFeed, type ChangeFeed } from './change-feed.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createFiles, type Files } from './files.ts';
import { createGrants, type Grants } from './grants.ts';
import { createIds, type Ids } from './ids.ts';
import { createMessages, type Messages } from './messages.ts';
import { createViews, type Views } from './views.ts';
import type { AppIdentity, WorkspaceSeed } from './workspace.ts';

/** Everything the small Slack knows; the Web API changes it, tests and the page look at it. */
export interface Model {
  readonly ids: Ids;
  readonly feed: ChangeFeed;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly files: Files;
  readonly views: Views;
  readonly grants: Grants;
  /** `http://127.0.0.1:PORT`, where the server listens. */
  readonly url: () => string;
}

export function createModel(seed: WorkspaceSeed, now: () => number, url: () => string, secrets: Secrets): Model {
  const ids = createIds(now);
  const feed = createChangeFeed();
  const app: AppIdentity = {
    id: ids.id('A'),
    name: seed.app.name,
    description: seed.app.description ?? '',
    commands: seed.app.commands ?? ['/attendance'],
    botId: ids.id('B'),
    botUserId: ids.id('U'),
    botToken: secrets.botToken ?? `xoxb-${ids.secret()}`,
    appToken: secrets.appToken ?? `xapp-${ids.secret()}`,
    signingSecret: secrets.signingSecret ?? ids.secret(),
  };
  return {
    ids,
    feed,
    directory: createDirectory(seed, app, ids),
    messages: createMessages(ids, feed),
    files: createFiles(ids, feed),
    views: createViews(ids, feed),
    grants: createGrants(ids),
    url,
  };
}

/** Chosen at random unless given. */
export interface Secrets {
  readonly botToken?: string | undefined;
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
}
