import type { RespondArguments } from '@slack/bolt';
import type { Actor, Place } from '../answers/actor.ts';
import type { Answer } from '../answers/answer.ts';
import type { MessagePlace } from './handles.ts';
import { answerMessage } from './messages/answer-message.ts';
import type { Message } from './messages/blocks.ts';
import { movedMessage } from './messages/short-messages.ts';
import { placeKind, type Client } from './place.ts';
import type { Asked, Services } from './services.ts';

/** One thing a person said or pressed, and how they are answered. */
export interface Turn {
  readonly actor: Actor;
  readonly place: Place;
  readonly services: Services;
  readonly client: Client;
  /** Slack's id of the person. */
  readonly user: string;
  /** Where they are: in a direct message as a message, in a channel for their eyes alone. */
  reply(message: Message): Promise<void>;
}

export interface TurnParts {
  readonly actor: Actor;
  readonly services: Services;
  readonly client: Client;
  readonly user: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** Answers by the `response_url` of a command or a press, which works where the app is not a member. */
  readonly respond?: ((message: RespondArguments) => Promise<unknown>) | undefined;
}

/** Finds out what kind of place it is, then knows how to reply there. */
export async function takeTurn({ channel, thread, respond, ...parts }: TurnParts): Promise<Turn> {
  const { client, user } = parts;
  const kind = await placeKind(client, channel, user);
  return {
    ...parts,
    place: { id: channel, kind },
    async reply(message) {
      if (kind === 'direct message') await post(client, channel, message);
      else if (respond) await respond({ ...message, response_type: 'ephemeral', replace_original: false });
      else {
        const to = { channel, user, ...message };
        await client.chat.postEphemeral(thread === undefined ? to : { ...to, thread_ts: thread });
      }
    },
  };
}

/**
 * A private channel counts as open here: what is ephemeral there cannot be changed later nor carry a file, and people
 * are asked in later. The direct message is the one place for pupils.
 */
function asOpen(place: Place): Place {
  return place.kind === 'private' ? { ...place, kind: 'public' } : place;
}

/**
 * Answers. What holds a pupil's detail goes to the direct message, wherever it was asked: in a channel of the school's
 * own the question is asked again there; from a place that is shared or not known nothing is carried over.
 */
export async function converse(turn: Turn, answerIn: (asked: Asked) => Promise<Answer>): Promise<Given | undefined> {
  const { actor, place, services, client, user } = turn;
  const answer = await answerIn({ actor, place: asOpen(place) });
  if (place.kind === 'direct message' || !holdsPupils(answer)) {
    await turn.reply(await answerMessage(answer, actor, services));
    return place.kind === 'direct message' ? { answer, direct: place.id } : undefined;
  }
  if (place.kind !== 'private' && place.kind !== 'public') {
    await turn.reply(movedMessage('shared'));
    return undefined;
  }
  const direct = await openDirect(client, user);
  const there = await answerIn({ actor, place: { id: direct, kind: 'direct message' } });
  await post(client, direct, await answerMessage(there, actor, services));
  await turn.reply(movedMessage('channel'));
  return { answer: there, direct };
}

/** An answer given in a direct message. */
export interface Given {
  readonly answer: Answer;
  readonly direct: string;
}

/** Posts to a channel. */
export async function post(client: Client, channel: string, message: Message): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a method of Slack's, not of a window
  await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
}

/** Puts a message in place of one that is out of date. */
export async function replace(client: Client, { channel, ts }: MessagePlace, message: Message): Promise<void> {
  await client.chat.update({ channel, ts, ...message });
}

/** The direct message between a person and the app. */
export async function openDirect(client: Client, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened no direct message.');
  return channel.id;
}

/** Whatever is not the policy, help or a question of how to ask may say who somebody is, or that they are not there. */
function holdsPupils({ kind }: Answer): boolean {
  return kind !== 'policy' && kind !== 'help' && kind !== 'not understood';
}
