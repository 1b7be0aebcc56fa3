import type { Delivery, Receipt, Retry } from './delivery/delivery.ts';
import type { Dispatch } from './delivery/dispatch.ts';
import {
  elementsIn,
  unanswered,
  type ElementValue,
  type ElementValues,
  type PlacedElement,
} from './delivery/element-values.ts';
import { createPayloads } from './delivery/payloads.ts';
import type { Message } from './model/messages.ts';
import type { Model } from './model/model.ts';
import type { View } from './model/views.ts';
import type { Channel } from './model/workspace.ts';

/** Which element is meant, where its action id alone does not say, and what else the form holds. */
export interface PressOptions {
  readonly blockId?: string | undefined;
  readonly state?: ElementValues | undefined;
}

/**
 * What people do. Each resolves once the app has acknowledged or three seconds have passed.
 * Each rejects for what Slack's own client would not let them do: a button that is not there, a channel they are not in.
 */
export interface People {
  /** Types a command such as `/attendance` in a channel. */
  slash(user: string, channel: string, command: string, text: string): Promise<Receipt>;
  /** Writes `@Att text` in a channel the app is in. */
  mention(user: string, channel: string, text: string): Promise<Receipt>;
  directMessage(user: string, text: string): Promise<Receipt>;
  /** Writes to a channel without addressing the app, which then hears nothing of it. */
  write(user: string, channel: string, text: string): Message;
  /**
   * Presses a button, or chooses from a menu (`value` is the option's), in the message or view of this `ts` or id.
   * Without `value` a button is found by its action id alone.
   */
  press(user: string, where: string, actionId: string, value?: ElementValue, options?: PressOptions): Promise<Receipt>;
  submit(user: string, viewId: string, state: ElementValues): Promise<Receipt>;
  /** Closes the top modal; the app is told only where its view asked to be. */
  closeModal(user: string, viewId: string): Promise<Receipt | undefined>;
  openHome(user: string): Promise<Receipt>;
  /** Sends the very same delivery again: same event id, same trigger, same envelope. */
  deliverAgain(delivery: Delivery, retry?: Retry): Promise<Receipt>;
}

export function createPeople(model: Model, { send }: Dispatch): People {
  const { directory, messages, views } = model;
  const payloads = createPayloads(model);
  const { app } = directory;

  function placeOf(user: string, channelId: string): Channel {
    if (!directory.user(user)) throw new Error(`There is no user ${user} in the workspace.`);
    const channel = directory.channel(channelId);
    if (!channel || !channel.members.includes(user)) throw new Error(`${user} is not in the channel ${channelId}.`);
    return channel;
  }

  function write(user: string, channelId: string, text: string): Message {
    return messages.post({ channel: placeOf(user, channelId).id, user, text: escapeTyped(text) });
  }

  function seenBy(user: string, where: string): Message | View {
    const message = messages.find(where);
    if (message && (message.visibleTo ?? user) === user && placeOf(user, message.channel)) return message;
    const view = views.find(where);
    if (view?.user === user) return view;
    throw new Error(`${user} sees no message or view ${where}.`);
  }

  return {
    async slash(user, channelId, command, text) {
      const channel = placeOf(user, channelId);
      if (!app.commands.includes(command)) throw new Error(`${command} is not a valid command.`);
      return send(payloads.command(user, channel, command, escapeTyped(text)));
    },
    async mention(user, channelId, text) {
      const channel = placeOf(user, channelId);
      if (!channel.members.includes(app.botUserId)) throw new Error(`${app.name} is not in the channel ${channelId}.`);
      const message = messages.post({ channel: channelId, user, text: `<@${app.botUserId}> ${escapeTyped(text)}` });
      return send(payloads.event({ type: 'app_mention', ...eventOf(message, model) }));
    },
    async directMessage(user, text) {
      const message = write(user, directory.direct(user).id, text);
      return send(payloads.event({ type: 'message', ...eventOf(message, model), channel_type: 'im' }));
    },
    write,
    async press(user, where, actionId, value, { blockId, state = {} } = {}) {
      const place = seenBy(user, where);
      const placed = findElement(place, actionId, value, blockId);
      return send(payloads.press(user, place, placed, value ?? null, state));
    },
    async submit(user, viewId, state) {
      const view = seenBy(user, viewId);
      if (!('kind' in view) || view.id !== views.modals(user).at(-1)?.id)
        throw new Error(`${viewId} is not the modal in front.`);
      const missing = unanswered(view.blocks, state);
      if (missing.length > 0) throw new Error(`Please fill in: ${missing.join(', ')}.`);
      return send(payloads.submission(user, view, state));
    },
    async closeModal(user, viewId) {
      const view = seenBy(user, viewId);
      views.close(user, 'top');
      return 'kind' in view && view.notifyOnClose ? send(payloads.closing(user, view)) : undefined;
    },
    openHome: async (user) =>
      send(
        payloads.event({
          type: 'app_home_opened',
          user,
          channel: directory.direct(user).id,
          tab: 'home',
          event_ts: model.ids.ts(),
        }),
      ),
    deliverAgain: send,
  };
}

/** What a person types reaches the app with `&`, `<` and `>` escaped; nobody can type a mention by its code. */
function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function eventOf({ user, text, ts, channel }: Message, model: Model): Record<string, unknown> {
  return { user, text, ts, channel, event_ts: ts, team: model.directory.team.id, client_msg_id: model.ids.secret() };
}

function findElement(
  place: Message | View,
  actionId: string,
  value: ElementValue | undefined,
  blockId?: string,
): PlacedElement {
  const found = elementsIn(place.blocks).find(
    ({ block, element }) =>
      element.action_id === actionId &&
      (blockId === undefined || block.block_id === blockId) &&
      (element.type !== 'button' || value === undefined || value === null || element['value'] === value),
  );
  if (!found)
    throw new Error(`There is no ${actionId}${typeof value === 'string' ? ` with the value ${value}` : ''} to press.`);
  return found;
}
