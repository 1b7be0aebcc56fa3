import type { App } from '@slack/bolt';
import { strangerMessage } from '../../messages/short-messages.ts';
import { typedText } from '../../messages/text.ts';
import { converse, takeTurn } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** `/attendance stage for Amira Khan`; alone it asks for help. */
export function attendanceCommand(app: App, { services }: ListenerParts): void {
  app.command('/attendance', async ({ command, client, respond }) => {
    const { user_id: user, channel_id: channel } = command;
    const actor = services.actorOf(user);
    if (!actor) {
      await respond({ ...strangerMessage(user), response_type: 'ephemeral' });
      return;
    }
    const turn = await takeTurn({ actor, services, client, user, channel, respond });
    await converse(turn, (asked) => services.ask(typedText(command.text) || 'help', asked));
  });
}
