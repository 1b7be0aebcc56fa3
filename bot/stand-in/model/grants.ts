import type { Ids } from './ids.ts';

/** A place an app may answer to for a while: the `response_url` of a command or a press. */
export interface ResponseGrant {
  readonly channel: string;
  readonly user: string;
  /** The message a button was pressed in; undefined after a command. */
  readonly source: string | undefined;
}

/** What Slack lends with each command and press, and takes back after a time or a number of uses. */
export interface Grants {
  /** A trigger lets the app open one modal within seconds. */
  trigger(user: string): string;
  /** The person whose trigger this is; it is spent by asking. */
  spendTrigger(trigger: string): { readonly user: string } | { readonly error: string };
  response(grant: ResponseGrant): string;
  spendResponse(key: string): ResponseGrant | undefined;
}

/** A trigger lives three seconds; a response URL thirty minutes and five uses. */
export function createGrants(ids: Ids): Grants {
  const triggerLife = 3_000;
  const responseLife = 30 * 60_000;
  const triggers = new Map<string, { readonly user: string; readonly madeAt: number; spent: boolean }>();
  const responses = new Map<string, { readonly grant: ResponseGrant; readonly madeAt: number; uses: number }>();
  return {
    trigger(user) {
      const trigger = `${ids.now()}.${ids.secret()}`;
      triggers.set(trigger, { user, madeAt: ids.now(), spent: false });
      return trigger;
    },
    spendTrigger(trigger) {
      const found = triggers.get(trigger);
      if (!found) return { error: 'invalid_trigger_id' };
      if (found.spent) return { error: 'exchanged_trigger_id' };
      if (ids.now() - found.madeAt > triggerLife) return { error: 'expired_trigger_id' };
      found.spent = true;
      return { user: found.user };
    },
    response(grant) {
      const key = ids.secret();
      responses.set(key, { grant, madeAt: ids.now(), uses: 0 });
      return key;
    },
    spendResponse(key) {
      const found = responses.get(key);
      if (!found || found.uses >= 5 || ids.now() - found.madeAt > responseLife) return undefined;
      found.uses += 1;
      return found.grant;
    },
  };
}
