import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { widnesPlan } from '../../../bot/sample-school/widnes-plan.ts';
import type { SamplePlan } from '../../../bot/sample-school/sample-plan.ts';
import { importSamples, makeSamples } from '../../../bot/serve-sample.ts';
import type { Samples } from '../../../bot/serve-sample.ts';
import { openServices } from '../../../bot/serve-services.ts';
import { createApp, type SlackDoor } from '../../../bot/slack/app.ts';
import { createLog } from '../../../bot/slack/log.ts';
import { slackServices } from '../../../bot/slack/slack-services.ts';
import type { Services } from '../../../bot/slack/services.ts';
import { readStaff, type StaffMember } from '../../../bot/answers/staff.ts';
import { startSlack, type Message, type StandIn, type WorkspaceSeed } from '../../../bot/stand-in/index.ts';
import { openStore } from '../../../bot/store/open-database.ts';
import type { Store } from '../../../bot/store/store.ts';
import { isoDay } from '../../../register/day.ts';
import { codes } from '../../support/code-table.ts';
import { printBlocks } from './print-message.ts';

export type Road = 'http' | 'socket';

/** The sample's attendance lead, its tutor of 5B, and people that its staff file does not name. */
export const lead = 'U0ATTLEAD';
export const tutor = 'U0TUTOR5B';
export const stranger = 'U0STRANGER';
export const [open, pastoral, shared, guests] = ['C0ATTEND', 'C0PASTORAL', 'C0SHARED', 'C0GUESTS'] as const;

/** The whole of Att behind a small Slack: a real store with the sample school in it, the real app on one of two roads. */
export interface Door {
  readonly slack: StandIn;
  readonly store: Store;
  readonly door: SlackDoor;
  /** A second connection of the same app to the same Slack and store, by HTTP: Slack uses it from now on. */
  readonly alsoByHttp: () => Promise<SlackDoor>;
  /** Everything logged so far. */
  readonly logged: () => string;
  /** What a person sees last in a channel, as text, once it differs from `before`. */
  readonly said: (channel: string, user?: string) => string;
  readonly lastMessage: (channel: string, user?: string) => Message;
  /** Asks in the direct message and gives the answer as text. */
  readonly ask: (question: string, user?: string) => Promise<string>;
  /** Presses the button of this label in the last message of a channel, and gives what it led to. */
  readonly press: (label: string, user?: string, channel?: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export interface DoorOptions {
  /** The schools in the store; the smallest Widnes unless given. */
  readonly plans?: readonly SamplePlan[];
  /** The day answers are for; `last`: the last day with marks of each school. */
  readonly asAt?: string;
  /** The instant of everything that is recorded; 16:00 on 28 March 2024 unless given. */
  readonly now?: string;
  /** Who is in the workspace; the lead and the tutor, and people whom the staff file does not name, unless given. */
  readonly workspace?: (staff: readonly StaffMember[]) => WorkspaceSeed;
  /** In place of the services made of the store. */
  readonly services?: (services: Services) => Services;
}

export async function startDoor(road: Road, options: DoorOptions = {}): Promise<Door> {
  const { services: change = (same) => same, plans = [widnesPlan(70)], asAt = '2024-03-28' } = options;
  const samples = madeOf(plans);
  const folder = await mkdtemp(join(tmpdir(), 'att-door-'));
  const store = await openStore({ path: join(folder, 'att.db') });
  await importSamples(store, samples, { codes, at: '2024-07-19T15:00:00Z' });
  const who = readStaff(samples['staff.yaml'], 'staff.yaml');
  if (who.kind === 'problems') throw new Error(who.problems.map(({ reason }) => reason).join('\n'));
  const { services } = await openServices({
    store,
    asAt: asAt === 'last' ? undefined : isoDay(asAt),
    schoolDetails: who.schoolDetails,
    staff: who.staff,
    now: () => options.now ?? '2024-03-28T16:00:00Z',
  });
  const slack = await startSlack({ workspace: options.workspace?.(who.staff) ?? workspace });
  let logged = '';
  const log = createLog({ level: 'debug', to: { write: (line: string) => void (logged += line) } });
  const { botToken, appToken, signingSecret } = slack.app;
  const own = change(slackServices(services, who.staff));

  async function connect(by: Road): Promise<SlackDoor> {
    const settings =
      by === 'http' ? ({ kind: by, botToken, signingSecret } as const) : ({ kind: by, botToken, appToken } as const);
    const made = createApp(own, { slack: settings, host: '127.0.0.1', apiUrl: slack.apiUrl }, log);
    const { port } = await made.start();
    if (port !== undefined) await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
    return made;
  }
  const door = await connect(road);

  const lastMessage = (channel: string, user = lead): Message => {
    const message = slack.messages(channel, user).at(-1);
    if (!message) throw new Error(`${user} sees nothing in ${channel}`);
    return message;
  };
  const said = (channel: string, user = lead): string => {
    const { text, blocks, files: shown } = lastMessage(channel, user);
    return shown.length > 0 ? `${text}\n${shown.length} files` : printBlocks(blocks);
  };

  return {
    slack,
    store,
    door,
    alsoByHttp: () => connect('http'),
    logged: () => logged,
    said,
    lastMessage,
    async ask(question, user = lead) {
      const channel = slack.direct(user).id;
      await slack.directMessage(user, question);
      await until(() => lastMessage(channel, user).user === slack.app.botUserId, `an answer to ${question}`);
      return said(channel, user);
    },
    async press(label, user = lead, channel = slack.direct(user).id) {
      const { ts, blocks } = lastMessage(channel, user);
      const before = JSON.stringify(slack.messages(channel, user));
      const button = buttonsIn(blocks).find((one) => one.label === label);
      if (!button) throw new Error(`there is no ${label} to press in\n${printBlocks(blocks)}`);
      await slack.press(user, ts, button.actionId);
      await until(() => JSON.stringify(slack.messages(channel, user)) !== before, `what ${label} leads to`);
      return said(channel, user);
    },
    async stop() {
      await door.stop(2_000);
      await slack.stop();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The samples of plans, made once for all tests of a file. */
function madeOf(plans: readonly SamplePlan[]): Samples {
  const key = plans.map(({ policy }) => policy).join(' ');
  const found = made.get(key) ?? makeSamples(plans);
  made.set(key, found);
  return found;
}
const made = new Map<string, Samples>();

/** Waits until it holds (to throw is not to hold yet), at most twenty-five seconds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const holdsNow = (): boolean => {
    try {
      return holds();
    } catch {
      return false;
    }
  };
  for (let waited = 0; !holdsNow(); waited += 10) {
    if (waited > 25_000) throw new Error(`waited twenty-five seconds for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

interface PressableButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
}

export function buttonsIn(blocks: readonly object[]): readonly PressableButton[] {
  const found: PressableButton[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const button = value as { type?: unknown; text?: { text: string }; action_id?: string; value?: string };
    if (button.type === 'button') {
      found.push({ label: button.text!.text, actionId: button.action_id!, value: button.value! });
    } else Object.values(value).forEach(look);
  };
  look(blocks);
  return found;
}

const workspace: WorkspaceSeed = {
  team: { id: 'T0SCHOOL', name: 'Widnes Academy (sample)', domain: 'widnes' },
  app: { name: 'Att' },
  users: [
    { id: lead, name: 'lead', realName: 'Attendance lead' },
    { id: tutor, name: 'tutor5b', realName: 'Tutor of 5B' },
    { id: stranger, name: 'stranger', realName: 'Caretaker' },
    { id: 'U0GUEST', name: 'visitor', realName: 'Visiting officer', guest: true },
    { id: 'U0AWAY', name: 'away', realName: 'Officer of the council', teamId: 'T0AWAY' },
  ],
  channels: [
    { id: open, name: 'attendance', kind: 'public', members: [lead, tutor, stranger], withApp: true },
    { id: pastoral, name: 'pastoral', kind: 'private', members: [lead, tutor], withApp: true },
    {
      id: shared,
      name: 'with-the-council',
      kind: 'private',
      members: [lead, 'U0AWAY'],
      withApp: true,
      sharedWith: 'T0AWAY',
    },
    { id: guests, name: 'visitors', kind: 'private', members: [lead, 'U0GUEST'], withApp: true },
    { id: 'C0NOAPP', name: 'staff-room', kind: 'private', members: [lead, tutor] },
  ],
};
