import type { Fields } from '../block-kit/problems.ts';
import type { Directory } from '../model/directory.ts';
import type { Channel, User } from '../model/workspace.ts';
import { needed, Refusal, type MethodTable } from './method.ts';

export const peopleAndPlaces: MethodTable = {
  'auth.test'(_args, { directory: { app, team } }) {
    return {
      url: `https://${team.domain}.slack.test/`,
      team: team.name,
      team_id: team.id,
      user: app.name.toLowerCase(),
      user_id: app.botUserId,
      bot_id: app.botId,
      app_id: app.id,
      is_enterprise_install: false,
    };
  },
  'users.info'(args, { directory }) {
    const user = directory.user(needed(args, 'user', 'user_not_found'));
    if (!user) throw new Refusal('user_not_found');
    return { user: userForm(user, directory) };
  },
  'conversations.open'(args, { directory }) {
    const users = needed(args, 'users').split(',');
    const [user] = users;
    if (user === undefined || !directory.user(user)) throw new Refusal('user_not_found');
    if (users.length > 1) throw new Refusal('method_not_supported_for_channel_type');
    return { channel: { id: directory.direct(user).id } };
  },
  'conversations.info'(args, { directory }) {
    const channel = directory.channel(needed(args, 'channel', 'channel_not_found'));
    if (!channel || !seenByApp(channel, directory)) throw new Refusal('channel_not_found');
    return { channel: channelForm(channel, directory) };
  },
  'conversations.members'(args, { directory }) {
    const channel = directory.channel(needed(args, 'channel', 'channel_not_found'));
    if (!channel || !seenByApp(channel, directory)) throw new Refusal('channel_not_found');
    return { members: channel.members, response_metadata: { next_cursor: '' } };
  },
};

/** A bot sees public channels and those it was asked into. */
function seenByApp(channel: Channel, { app }: Directory): boolean {
  return channel.kind === 'public' || channel.members.includes(app.botUserId);
}

function userForm(user: User, { team }: Directory): Fields {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.realName,
    deleted: false,
    is_bot: user.isBot,
    is_restricted: user.guest,
    is_ultra_restricted: false,
    is_stranger: user.teamId !== team.id,
    tz: 'Europe/London',
    profile: { real_name: user.realName, display_name: user.name, title: user.title },
  };
}

function channelForm(channel: Channel, directory: Directory): Fields {
  const { app } = directory;
  const direct = channel.kind === 'direct';
  const shared = channel.sharedWith !== undefined;
  return {
    id: channel.id,
    ...(direct ? { user: channel.members.find((one) => one !== app.botUserId) } : { name: channel.name }),
    is_channel: !direct,
    is_group: channel.kind === 'private',
    is_im: direct,
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: false,
    is_general: false,
    is_member: channel.members.includes(app.botUserId),
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    connected_team_ids: channel.sharedWith === undefined ? [] : [channel.sharedWith],
    num_members: channel.members.length,
    topic: { value: channel.topic },
  };
}
