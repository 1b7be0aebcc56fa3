import type { ElementValue, ElementValues, Receipt, StandIn } from '../stand-in/index.ts';

/** What the page tells the person who acted: that it arrived, or in a sentence why not. */
export interface ActionOutcome {
  readonly ok: boolean;
  readonly message: string;
}

/** What a person can do on the page; each is done through the small Slack, which tells the app over the wire. */
export interface PageAction {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly where: string;
  readonly blockId: string | undefined;
  readonly actionId: string;
  readonly value: ElementValue | undefined;
  readonly state: ElementValues;
}

export type ActionName = 'send' | 'press' | 'submit' | 'close' | 'home';

const actions: Readonly<Record<ActionName, (slack: StandIn, action: PageAction) => Promise<Receipt | undefined>>> = {
  async send(slack, { user, channel, text }) {
    const command = /^(\/[\w-]+)\s*([\s\S]*)$/.exec(text);
    if (command) return slack.slash(user, channel, command[1] ?? '', command[2] ?? '');
    if (channel === slack.direct(user).id) return slack.directMessage(user, text);
    const mention = `@${slack.app.name}`;
    if (text.toLowerCase().startsWith(mention.toLowerCase())) {
      return slack.mention(user, channel, text.slice(mention.length).trim());
    }
    slack.write(user, channel, text);
    return undefined;
  },
  press: (slack, { user, where, actionId, value, blockId, state }) =>
    slack.press(user, where, actionId, value, { blockId, state }),
  submit: (slack, { user, where, state }) => slack.submit(user, where, state),
  close: (slack, { user, where }) => slack.closeModal(user, where),
  home: (slack, { user }) => slack.openHome(user),
};

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

/** Does it, and says how it went. */
export async function act(slack: StandIn, name: ActionName, body: unknown): Promise<ActionOutcome> {
  try {
    const receipt = await actions[name](slack, readAction(body));
    if (receipt === undefined || receipt.acknowledged) return { ok: true, message: '' };
    return { ok: false, message: `${slack.app.name} did not answer in time. Try again in a moment.` };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function readAction(body: unknown): PageAction {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const string = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    user: string('user'),
    channel: string('channel'),
    text: string('text'),
    where: string('where'),
    blockId: string('blockId') || undefined,
    actionId: string('actionId'),
    value: isValue(fields['value']) ? fields['value'] : undefined,
    state: readState(fields['state']),
  };
}

function readState(state: unknown): ElementValues {
  const entries = (value: unknown): [string, unknown][] =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const values = entries(state).map(([block, of]): [string, Record<string, ElementValue>] => [
    block,
    Object.fromEntries(entries(of).filter((entry): entry is [string, ElementValue] => isValue(entry[1]))),
  ]);
  return Object.fromEntries(values);
}

function isValue(value: unknown): value is ElementValue {
  return (
    value === null ||
    typeof value === 'string' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  );
}
