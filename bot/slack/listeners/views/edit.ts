import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Answer } from '../../../answers/answer.ts';
import { acknowledgeWith } from '../../gate.ts';
import { redeem } from '../../handles.ts';
import { answerMessage } from '../../messages/answer-message.ts';
import { editCallback, firstEditBlock, readEdited } from '../../messages/edit-view.ts';
import { cut } from '../../messages/limits.ts';
import { openDirect, post, replace } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/**
 * The letter's text, edited. What is wrong with it is told in the window, where the text still stands; else the window
 * closes and the draft in the conversation gives way to the new one.
 */
export function editSubmission(app: App, { services }: ListenerParts): void {
  app.view<ViewSubmitAction>(editCallback, async (submitted) => {
    const { view, body, client } = submitted;
    const user = body.user.id;
    const actor = services.actorOf(user);
    const redeemed = actor && (await redeem(view.private_metadata, actor, services));
    if (redeemed?.kind !== 'deed' || redeemed.deed.kind !== 'edit letters') {
      const stale = 'This window is too old to save from. Copy your text, close it and press Edit again.';
      return acknowledgeWith(submitted, { response_action: 'errors', errors: { [firstEditBlock]: stale } });
    }
    const direct = await openDirect(client, user);
    const asked = { actor: actor!, place: { id: direct, kind: 'direct message' as const } };
    const answer = await services.act({ ...redeemed.deed, text: readEdited(view.state.values) }, asked);
    if (answer.kind !== 'draft') {
      return acknowledgeWith(submitted, {
        response_action: 'errors',
        errors: { [firstEditBlock]: whatIsWrong(answer) },
      });
    }
    await acknowledgeWith(submitted);
    const message = await answerMessage(answer, asked.actor, services);
    if (redeemed.source) await replace(client, redeemed.source, message);
    else await post(client, direct, message);
    return undefined;
  });
}

function whatIsWrong(answer: Answer): string {
  return cut([answer.headline, ...answer.lines].join(' '), 1500);
}
