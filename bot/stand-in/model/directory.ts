import type { Ids } from './ids.ts';
import { slackbotId, type AppIdentity, type Channel, type Team, type User, type WorkspaceSeed } from './workspace.ts';

/** Who and what there is in the workspace. */
export interface Directory {
  readonly team: Team;
  readonly app: AppIdentity;
  users(): readonly User[];
  user(id: string): User | undefined;
  channels(): readonly Channel[];
  channel(id: string): Channel | undefined;
  /** The direct message between a person and the app, made when first asked for. */
  direct(userId: string): Channel;
}

export function createDirectory(seed: WorkspaceSeed, app: AppIdentity, ids: Ids): Directory {
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const addUser = (user: User): void => void users.set(user.id, user);

  for (const { id, name, realName, title = '', guest = false, teamId = seed.team.id } of seed.users) {
    addUser({ id, name, realName, title, guest, teamId, isBot: false });
  }
  const bot = { guest: false, teamId: seed.team.id, isBot: true };
  addUser({ id: app.botUserId, name: app.name.toLowerCase(), realName: app.name, title: app.description, ...bot });
  addUser({ id: slackbotId, name: 'slackbot', realName: 'Slackbot', title: '', ...bot });

  for (const { id, name, kind, members, withApp = false, sharedWith, topic = '' } of seed.channels) {
    const unknown = members.find((member) => !users.has(member));
    if (unknown !== undefined) throw new Error(`Channel ${name} has a member ${unknown} who is not among the users.`);
    channels.set(id, { id, name, kind, members: withApp ? [...members, app.botUserId] : members, sharedWith, topic });
  }

  return {
    team: seed.team,
    app,
    users: () => [...users.values()],
    user: (id) => users.get(id),
    channels: () => [...channels.values()],
    channel: (id) => channels.get(id),
    direct(userId) {
      if (!users.has(userId)) throw new Error(`There is no user ${userId} in the workspace.`);
      const found = [...channels.values()].find((one) => one.kind === 'direct' && one.members.includes(userId));
      if (found) return found;
      const members = [userId, app.botUserId];
      const made: Channel = {
        id: ids.id('D'),
        name: 'directmessage',
        kind: 'direct',
        members,
        sharedWith: undefined,
        topic: '',
      };
      channels.set(made.id, made);
      return made;
    },
  };
}
