import { startSlack, type SlackOptions, type StandIn, type WorkspaceSeed } from '../../bot/stand-in/index.ts';

/** A small workspace for tests: a lead, two tutors, a guest and someone from another workspace. */
export const workspace: WorkspaceSeed = {
  team: { id: 'T0SCHOOL', name: 'Meadow Lane Primary', domain: 'meadow-lane' },
  app: { name: 'Att', description: 'Answers questions about attendance' },
  users: [
    { id: 'U0LEAD', name: 'lead', realName: 'Attendance lead', title: 'Attendance lead' },
    { id: 'U0TUTOR', name: 'tutor5b', realName: 'Tutor of 5B', title: 'Class teacher' },
    { id: 'U0OTHER', name: 'tutor4a', realName: 'Tutor of 4A', title: 'Class teacher' },
    { id: 'U0GUEST', name: 'visitor', realName: 'Visiting officer', guest: true },
    { id: 'U0AWAY', name: 'away', realName: 'Officer of another school', teamId: 'T0AWAY' },
  ],
  channels: [
    { id: 'C0GENERAL', name: 'general', kind: 'public', members: ['U0LEAD', 'U0TUTOR', 'U0OTHER'] },
    { id: 'C0ATTEND', name: 'attendance', kind: 'public', members: ['U0LEAD', 'U0TUTOR'], withApp: true },
    { id: 'C0PASTORAL', name: 'pastoral', kind: 'private', members: ['U0LEAD', 'U0TUTOR'], withApp: true },
    {
      id: 'C0SHARED',
      name: 'with-the-council',
      kind: 'private',
      members: ['U0LEAD', 'U0AWAY'],
      withApp: true,
      sharedWith: 'T0AWAY',
    },
    { id: 'C0GUESTS', name: 'visitors', kind: 'private', members: ['U0LEAD', 'U0GUEST'], withApp: true },
  ],
};

/** Starts the small Slack over this workspace; the caller stops the app, then this. */
export function startFakeSlack(options: Partial<SlackOptions> = {}): Promise<StandIn> {
  return startSlack({ workspace, ...options });
}

/** What Bolt's `App` and its receivers need to talk to the small Slack rather than the real one. */
export function clientOptionsFor(slack: StandIn): { slackApiUrl: string; retryConfig: { retries: number } } {
  return { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
}
