import type { Fields } from '../block-kit/problems.ts';
import type { Model } from '../model/model.ts';
import { chat } from './chat.ts';
import { files } from './files.ts';
import { Refusal, type MethodTable } from './method.ts';
import { peopleAndPlaces } from './people-and-places.ts';
import { views } from './views.ts';

const methods: MethodTable = { ...peopleAndPlaces, ...chat, ...views, ...files };

/** A call of the Web API, in the order they came: for tests that ask what an app did. */
export interface ApiCall {
  readonly method: string;
  readonly args: Fields;
  /** `ok`, or the error that was answered. */
  readonly outcome: string;
}

/** Answers one call as Slack would: `{ok: true, …}` or `{ok: false, error}`. */
export function callMethod(
  method: string,
  args: Fields,
  token: string | undefined,
  model: Model,
  openSocket: () => string,
): Fields {
  const { app } = model.directory;
  try {
    if (token === undefined) throw new Refusal('not_authed');
    if (token !== app.botToken && token !== app.appToken) throw new Refusal('invalid_auth');
    if (method === 'apps.connections.open') {
      if (token !== app.appToken) throw new Refusal('not_allowed_token_type');
      return { ok: true, url: openSocket() };
    }
    const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!run) throw new Refusal('unknown_method');
    if (token !== app.botToken) throw new Refusal('not_allowed_token_type');
    return { ok: true, ...run(args, model) };
  } catch (error) {
    if (error instanceof Refusal) return refusalForm(error);
    throw error;
  }
}

export function refusalForm({ error, details }: Refusal): Fields {
  if (details.length === 0) return { ok: false, error };
  const errors = details.map((detail) => detail.replace('[ERROR] ', ''));
  return { ok: false, error, errors, response_metadata: { messages: details } };
}
