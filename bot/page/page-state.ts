import {
  slackbotId,
  type Block,
  type Channel,
  type Message,
  type StandIn,
  type StoredFile,
  type View,
} from '../stand-in/index.ts';

/** Everything the page shows to one person looking at one conversation. */
export interface PageState {
  readonly team: string;
  readonly app: { readonly id: string; readonly name: string; readonly description: string };
  readonly me: string;
  /** Everyone, for names in texts; those who can be chosen to look as are marked. */
  readonly people: readonly PersonShown[];
  readonly conversations: readonly ConversationShown[];
  readonly open: string;
  readonly messages: readonly MessageShown[];
  readonly home: ViewShown | null;
  /** The modal in front. */
  readonly modal: ViewShown | null;
}

export interface PersonShown {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly choosable: boolean;
}

export interface ConversationShown {
  readonly id: string;
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly shared: boolean;
  readonly guests: boolean;
  readonly withApp: boolean;
  readonly topic: string;
  /** The `ts` of the newest message this person sees there; empty when there is none. */
  readonly latest: string;
}

export interface MessageShown {
  readonly ts: string;
  readonly author: string;
  readonly by: 'app' | 'person' | 'slackbot';
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly files: readonly FileShown[];
  readonly onlyYou: boolean;
  readonly edited: boolean;
  readonly inThread: boolean;
}

export interface FileShown {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: string;
  /** Whole bytes. */
  readonly size: number;
  readonly deleted: boolean;
}

export type ViewShown = Pick<View, 'id' | 'hash' | 'title' | 'submit' | 'close' | 'blocks' | 'errors'>;

/** What this person sees; a conversation they are not in gives way to their direct message with the app. */
export function pageState(slack: StandIn, user: string, channel: string | undefined): PageState {
  const direct = slack.direct(user);
  const own = slack.channels().filter((one) => one.members.includes(user));
  const open = own.find((one) => one.id === channel) ?? direct;
  const files = new Map(slack.files().map((file) => [file.id, file]));
  const home = slack.home(user);
  const modal = slack.modals(user).at(-1);
  return {
    team: slack.team.name,
    app: { id: slack.app.botUserId, name: slack.app.name, description: slack.app.description },
    me: user,
    people: slack.users().map(({ id, realName, title, isBot }) => ({ id, name: realName, title, choosable: !isBot })),
    conversations: own.map((one) => showConversation(one, slack, user)),
    open: open.id,
    messages: slack.messages(open.id, user).map((message) => showMessage(message, slack, files)),
    home: home ? showView(home) : null,
    modal: modal ? showView(modal) : null,
  };
}

function showConversation(channel: Channel, slack: StandIn, user: string): ConversationShown {
  const guests = slack.users().filter((one) => one.guest && channel.members.includes(one.id));
  return {
    id: channel.id,
    name: channel.kind === 'direct' ? slack.app.name : channel.name,
    kind: channel.kind,
    shared: channel.sharedWith !== undefined,
    guests: guests.length > 0,
    withApp: channel.members.includes(slack.app.botUserId),
    topic: channel.kind === 'direct' ? slack.app.description : channel.topic,
    latest: slack.messages(channel.id, user).at(-1)?.ts ?? '',
  };
}

function showMessage(message: Message, slack: StandIn, files: ReadonlyMap<string, StoredFile>): MessageShown {
  const { ts, user, text, blocks, edited } = message;
  return {
    ts,
    author: user,
    by: user === slack.app.botUserId ? 'app' : user === slackbotId ? 'slackbot' : 'person',
    text,
    blocks,
    files: message.files.flatMap((id) => files.get(id) ?? []).map(showFile),
    onlyYou: message.visibleTo !== undefined,
    edited,
    inThread: message.threadTs !== undefined,
  };
}

function showFile({ id, name, title, mimeType, size, state }: StoredFile): FileShown {
  return { id, name, title, mimeType, size, deleted: state === 'deleted' };
}

function showView({ id, hash, title, submit, close, blocks, errors }: View): ViewShown {
  return { id, hash, title, submit, close, blocks, errors };
}
