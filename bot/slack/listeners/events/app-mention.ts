import type { App } from '@slack/bolt';
import { strangerMessage } from '../../messages/short-messages.ts';
import { typedText } from '../../messages/text.ts';
import { converse, takeTurn } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** `@Att when do registers close`, in a channel; answered to the one who asked, in the thread where they asked. */
export function appMention(app: App, { services }: ListenerParts): void {
  app.event('app_mention', async ({ event, client }) => {
    const { user, channel } = event;
    if (user === undefined || event.bot_id !== undefined) return;
    const actor = services.actorOf(user);
    if (!actor) {
      await client.chat.postEphemeral({ channel, user, ...strangerMessage(user) });
      return;
    }
    const turn = await takeTurn({ actor, services, client, user, channel, thread: event.thread_ts });
    await converse(turn, (asked) => services.ask(typedText(event.text) || 'help', asked));
  });
}
