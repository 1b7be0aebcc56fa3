import type { StaffMember } from './answers/staff.ts';
import type { WorkspaceSeed } from './stand-in/index.ts';

/** Staff as the page needs them: each has a Slack user, their own or one made up. */
export function withSlackUsers(
  staff: readonly StaffMember[],
): readonly (StaffMember & { readonly slackUser: string })[] {
  return staff.map((member, index) => ({ ...member, slackUser: member.slackUser ?? `U0STAFF${index + 1}` }));
}

/** The small Slack that the page shows: everyone in `staff.yaml`, and a channel where all of them are. */
export function workspaceOf(schoolName: string, staff: ReturnType<typeof withSlackUsers>): WorkspaceSeed {
  const members = staff.map(({ slackUser }) => slackUser);
  return {
    team: { id: 'T0ATT', name: schoolName, domain: 'att' },
    app: { name: 'Att', description: 'Where a pupil stands in the attendance policy, and why' },
    users: staff.map(({ slackUser, id, name, role, registrationGroups }) => ({
      id: slackUser,
      name: id,
      realName: name,
      title: [role.slice(0, 1).toUpperCase() + role.slice(1), ...registrationGroups].join(' · '),
    })),
    channels: [
      {
        id: 'C0ATTENDANCE',
        name: 'attendance',
        kind: 'public',
        members,
        withApp: true,
        topic: 'A channel that all staff read: Att names no pupil here',
      },
    ],
  };
}
