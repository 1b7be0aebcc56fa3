import { limits } from '../block-kit/limits.ts';
import type { Fields } from '../block-kit/problems.ts';
import type { Message } from '../model/messages.ts';
import type { Model } from '../model/model.ts';
import type { Channel } from '../model/workspace.ts';
import { acceptBlocks } from './accept-blocks.ts';
import { needed, optional, Refusal, type MethodTable } from './method.ts';
import { messageForm } from './wire-forms.ts';

export const chat: MethodTable = {
  'chat.postMessage'(args, model) {
    const channel = findPlace(args, model);
    if (!channel.members.includes(model.directory.app.botUserId)) throw new Refusal('not_in_channel');
    const message = model.messages.post({ ...readMessage(args, model), channel: channel.id });
    return { channel: channel.id, ts: message.ts, message: messageForm(message, model) };
  },
  'chat.postEphemeral'(args, model) {
    const channel = findPlace(args, model);
    const user = needed(args, 'user');
    if (!model.directory.user(user)) throw new Refusal('user_not_found');
    if (!channel.members.includes(model.directory.app.botUserId)) throw new Refusal('not_in_channel');
    if (!channel.members.includes(user)) throw new Refusal('user_not_in_channel');
    const message = model.messages.post({ ...readMessage(args, model), channel: channel.id, visibleTo: user });
    return { message_ts: message.ts };
  },
  'chat.update'(args, model) {
    const message = ownMessage(args, model, 'cant_update_message');
    const { text, blocks } = readMessage(args, model);
    const changed = model.messages.change(message.ts, { text, blocks }) ?? message;
    return { channel: changed.channel, ts: changed.ts, text, message: messageForm(changed, model) };
  },
  'chat.delete'(args, model) {
    const message = ownMessage(args, model, 'cant_delete_message');
    model.messages.remove(message.ts);
    return { channel: message.channel, ts: message.ts };
  },
};

/** Text and blocks as an app sends them anywhere: at least one of the two, within Slack's limits. */
export function readMessage(args: Fields, model: Model): Pick<Message, 'text' | 'blocks' | 'user' | 'threadTs'> {
  const text = optional(args, 'text') ?? '';
  const blocks = acceptBlocks(args, model.ids);
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > limits.messageText) throw new Refusal('msg_too_long');
  return { text, blocks, user: model.directory.app.botUserId, threadTs: optional(args, 'thread_ts') };
}

/** A channel by its id or `#name`; a person's id means the direct message with them. */
function findPlace(args: Fields, model: Model): Channel {
  const wanted = needed(args, 'channel', 'channel_not_found');
  const { directory } = model;
  if (directory.user(wanted)) return directory.direct(wanted);
  const found = directory.channels().find((one) => one.id === wanted || `#${one.name}` === wanted);
  if (!found) throw new Refusal('channel_not_found');
  return found;
}

/** Only the app's own messages, and no ephemeral one, can be changed through the Web API. */
function ownMessage(args: Fields, model: Model, error: string): Message {
  const message = model.messages.find(needed(args, 'ts', 'message_not_found'));
  const channel = model.directory.channel(needed(args, 'channel', 'channel_not_found'));
  if (!channel) throw new Refusal('channel_not_found');
  if (!message || message.channel !== channel.id || message.visibleTo !== undefined)
    throw new Refusal('message_not_found');
  if (message.user !== model.directory.app.botUserId) throw new Refusal(error);
  return message;
}
