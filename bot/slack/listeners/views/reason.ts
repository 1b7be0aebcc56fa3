import type { App, ViewSubmitAction } from '@slack/bolt';
import { acknowledgeWith } from '../../gate.ts';
import { redeem } from '../../handles.ts';
import { reasonBlock, reasonCallback, readReason } from '../../messages/reason-view.ts';
import { staleButtonMessage } from '../../messages/short-messages.ts';
import { converse, openDirect, post, takeTurn } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** The reason to override, given: the letter is drafted with it. */
export function reasonSubmission(app: App, { services }: ListenerParts): void {
  app.view<ViewSubmitAction>(reasonCallback, async (submitted) => {
    const { view, body, client } = submitted;
    const reason = readReason(view.state.values);
    if (reason.length < 10) {
      const errors = { [reasonBlock]: 'Please say a little more: it stands in the record beside your name.' };
      return acknowledgeWith(submitted, { response_action: 'errors', errors });
    }
    await acknowledgeWith(submitted);
    const user = body.user.id;
    const actor = services.actorOf(user);
    if (!actor) return undefined;
    const channel = await openDirect(client, user);
    const redeemed = await redeem(view.private_metadata, actor, services);
    if (redeemed.kind !== 'deed' || redeemed.deed.kind !== 'give reason') {
      return post(client, channel, staleButtonMessage('too old'));
    }
    const { pupil, paper, asAt } = redeemed.deed;
    const turn = await takeTurn({ actor, services, client, user, channel });
    await converse(turn, (asked) =>
      services.act({ kind: 'draft letter', pupil, paper, asAt, overrideReason: reason }, asked),
    );
    return undefined;
  });
}
