/** What a workspace holds at the start: its people, its channels and the app installed in it. */
export interface WorkspaceSeed {
  readonly team: Team;
  readonly app: AppSeed;
  readonly users: readonly UserSeed[];
  readonly channels: readonly ChannelSeed[];
}

export interface AppSeed {
  readonly name: string;
  readonly description?: string;
  /** The slash commands it registered; `/attendance` unless given. */
  readonly commands?: readonly string[];
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface UserSeed {
  readonly id: string;
  /** The handle, as in `@name`. */
  readonly name: string;
  readonly realName: string;
  readonly title?: string;
  /** A guest sees only the channels they were asked into; full members are not guests. */
  readonly guest?: boolean;
  /** The workspace this person belongs to, when it is another one (Slack Connect). */
  readonly teamId?: string;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private';
  readonly members: readonly string[];
  /** Whether the app was invited. */
  readonly withApp?: boolean;
  /** Another workspace that shares this channel (Slack Connect). */
  readonly sharedWith?: string;
  readonly topic?: string;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly guest: boolean;
  readonly teamId: string;
  readonly isBot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly members: readonly string[];
  readonly sharedWith: string | undefined;
  readonly topic: string;
}

/** The app as the workspace knows it, with the secrets it was given at installation. */
export interface AppIdentity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly commands: readonly string[];
  readonly botId: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** Slack's own voice, which tells a person that an app did not answer. */
export const slackbotId = 'USLACKBOT';
