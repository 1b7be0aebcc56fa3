import type { App, BlockButtonAction } from '@slack/bolt';
import { redeem, type Deed, type MessagePlace } from './handles.ts';
import type { ListenerParts } from './listeners/listener-parts.ts';
import { staleButtonMessage, strangerMessage } from './messages/short-messages.ts';
import { openDirect } from './turn.ts';
import { takeTurn, type Turn } from './turn.ts';

/** A button pressed by the person it was made for. */
export interface Press<Kind extends Deed['kind']> {
  readonly turn: Turn;
  readonly deed: Extract<Deed, { kind: Kind }>;
  /** The message it stands in, where it can be changed: not an ephemeral one, nor the home tab. */
  readonly source: MessagePlace | undefined;
  /** Opens one modal within three seconds. */
  readonly trigger: string;
}

/** Listens for the buttons of one kind of deed; each is redeemed first, and refused to anyone else. */
export function onPress<Kind extends Deed['kind']>(
  app: App,
  { services }: ListenerParts,
  kind: Kind,
  pressed: (press: Press<Kind>) => Promise<unknown>,
): void {
  app.action<BlockButtonAction>(new RegExp(`^${kind.replaceAll(' ', '_')}:\\d+$`), async (arriving) => {
    const { action, body, client, respond } = arriving;
    const user = body.user.id;
    const actor = services.actorOf(user);
    const channel = body.channel?.id ?? (await openDirect(client, user));
    if (!actor) {
      await client.chat.postEphemeral({ channel, user, ...strangerMessage(user) });
      return;
    }
    const byUrl = body.response_url === undefined ? undefined : respond;
    const turn = await takeTurn({ actor, services, client, user, channel, respond: byUrl });
    const redeemed = await redeem(action.value, actor, services);
    if (redeemed.kind !== 'deed' || redeemed.deed.kind !== kind) {
      return turn.reply(staleButtonMessage(redeemed.kind === 'not theirs' ? 'not theirs' : 'too old'));
    }
    const deed = redeemed.deed as Extract<Deed, { kind: Kind }>;
    const source = body.message === undefined ? undefined : { channel, ts: body.message.ts };
    await pressed({ turn, deed, source, trigger: body.trigger_id });
  });
}
