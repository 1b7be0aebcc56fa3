import type { App } from '@slack/bolt';
import { strangerMessage } from '../../messages/short-messages.ts';
import { typedText } from '../../messages/text.ts';
import { converse, post, takeTurn } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/**
 * A question in the direct message. What is no new message of a person is left alone: edits, deletions, joins, files
 * (all have a subtype) and whatever a bot says.
 */
export function directMessage(app: App, { services }: ListenerParts): void {
  app.event('message', async ({ event, client }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    const { user, channel, text = '' } = event;
    const actor = services.actorOf(user);
    if (!actor) {
      await post(client, channel, strangerMessage(user));
      return;
    }
    const turn = await takeTurn({ actor, services, client, user, channel });
    await converse(turn, (asked) => services.ask(typedText(text) || 'help', asked));
  });
}
