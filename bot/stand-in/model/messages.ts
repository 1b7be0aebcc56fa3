import type { ChangeFeed } from './change-feed.ts';
import type { Ids } from './ids.ts';

/** A block as the app sent it, checked, with `block_id` and `action_id` filled in as Slack does. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string; readonly block_id: string };

export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** Who wrote it: a person, the app's bot user or Slackbot. */
  readonly user: string;
  /** As it was sent, escapes and all. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Ids of the files shared with it. */
  readonly files: readonly string[];
  readonly threadTs: string | undefined;
  /** The one person who sees it, when it is ephemeral. */
  readonly visibleTo: string | undefined;
  readonly edited: boolean;
}

export type NewMessage = Pick<Message, 'channel' | 'user' | 'text'> &
  Partial<Pick<Message, 'blocks' | 'files' | 'threadTs' | 'visibleTo'>>;

export interface Messages {
  post(message: NewMessage): Message;
  find(ts: string): Message | undefined;
  change(ts: string, to: Partial<Pick<Message, 'text' | 'blocks' | 'files'>>): Message | undefined;
  remove(ts: string): boolean;
  /** In the order they were posted; of ephemeral ones only those this person sees. */
  inChannel(channel: string, asSeenBy: string): readonly Message[];
  all(): readonly Message[];
}

export function createMessages(ids: Ids, feed: ChangeFeed): Messages {
  const messages = new Map<string, Message>();
  const put = (message: Message): Message => {
    messages.set(message.ts, message);
    feed.changed({ kind: 'messages', channel: message.channel });
    return message;
  };
  return {
    post: ({ blocks = [], files = [], threadTs, visibleTo, ...rest }) =>
      put({ ...rest, ts: ids.ts(), blocks, files, threadTs, visibleTo, edited: false }),
    find: (ts) => messages.get(ts),
    change(ts, to) {
      const old = messages.get(ts);
      return old && put({ ...old, ...to, edited: true });
    },
    remove(ts) {
      const old = messages.get(ts);
      messages.delete(ts);
      if (old) feed.changed({ kind: 'messages', channel: old.channel });
      return old !== undefined;
    },
    inChannel: (channel, asSeenBy) =>
      [...messages.values()].filter(
        (one) => one.channel === channel && (one.visibleTo === undefined || one.visibleTo === asSeenBy),
      ),
    all: () => [...messages.values()],
  };
}

/** Whom a text would notify: `<!channel>`, `<!here>`, `<!everyone>`, `<!subteam^…>` and `<@U…>` standing in it unescaped. */
export function pings(message: Pick<Message, 'text' | 'blocks'>): readonly string[] {
  const said = [message.text, JSON.stringify(message.blocks)].join('\n');
  return [...new Set(said.match(/<(?:![a-z]+(?:\^[^>|]*)?|@[A-Z0-9]+)(?:\|[^>]*)?>/g))].filter(
    (one) => !one.startsWith('<!date'),
  );
}
