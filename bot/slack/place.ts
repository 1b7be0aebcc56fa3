import type { App } from '@slack/bolt';
import type { PlaceKind } from '../answers/actor.ts';

export type Client = App['client'];

/** What Slack says of a conversation; anything it leaves out counts against the place. */
interface ConversationFacts {
  readonly is_im?: boolean;
  readonly is_mpim?: boolean;
  readonly is_private?: boolean;
  readonly is_shared?: boolean;
  readonly is_ext_shared?: boolean;
  readonly is_org_shared?: boolean;
  readonly is_pending_ext_shared?: boolean;
  readonly user?: string;
}

/**
 * Who may read what is said in a channel. Fails closed: a conversation that Slack does not describe, one the app is
 * not in, one with more members than are worth asking about, or with a guest among them, is never a place for names.
 */
export async function placeKind(client: Client, channel: string, user: string): Promise<PlaceKind> {
  try {
    const { channel: facts } = await client.conversations.info({ channel });
    return facts === undefined ? 'unknown' : await kindOf(facts, client, channel, user);
  } catch {
    return 'unknown';
  }
}

async function kindOf(facts: ConversationFacts, client: Client, channel: string, user: string): Promise<PlaceKind> {
  if (facts.is_im === true) return facts.user === user ? 'direct message' : 'unknown';
  const sharings = [facts.is_shared, facts.is_ext_shared, facts.is_org_shared, facts.is_pending_ext_shared];
  if (sharings.some((shared) => shared === true)) return 'shared';
  if (facts.is_private === false) return 'public';
  if (facts.is_private !== true && facts.is_mpim !== true) return 'unknown';
  return (await hasOutsiders(client, channel)) ? 'shared' : 'private';
}

const mostMembers = 100;

async function hasOutsiders(client: Client, channel: string): Promise<boolean> {
  const { members = [], response_metadata: page } = await client.conversations.members({ channel, limit: mostMembers });
  if (members.length === 0 || members.length > mostMembers || (page?.next_cursor ?? '') !== '') return true;
  const people = await Promise.all(members.map((user) => client.users.info({ user })));
  return people.some(
    ({ user }) => user?.is_restricted !== false || user.is_ultra_restricted !== false || user.is_stranger === true,
  );
}
