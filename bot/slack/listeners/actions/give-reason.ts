import type { App } from '@slack/bolt';
import { keep } from '../../handles.ts';
import { reasonView } from '../../messages/reason-view.ts';
import { onPress } from '../../press.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Asks why a letter is to be written although the policy does not bring it now. */
export function giveReasonAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'give reason', async ({ turn, deed, source, trigger }) => {
    const token = await keep(deed, turn.actor, parts.services, source);
    await turn.client.views.open({ trigger_id: trigger, view: reasonView(token) });
  });
}
