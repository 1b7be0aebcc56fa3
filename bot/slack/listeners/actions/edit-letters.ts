import type { App } from '@slack/bolt';
import { keep } from '../../handles.ts';
import { editView, waitingView } from '../../messages/edit-view.ts';
import { answerMessage } from '../../messages/answer-message.ts';
import { onPress } from '../../press.ts';
import type { ListenerParts } from '../listener-parts.ts';

/**
 * Opens the letter's text for editing. The window opens empty at once, since what opens it is good for three seconds
 * only, and is filled when the text is there.
 */
export function editLettersAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'edit letters', async ({ turn, deed, source, trigger }) => {
    const { actor, place, client } = turn;
    const opened = await client.views.open({ trigger_id: trigger, view: waitingView });
    const window = opened.view?.id ?? '';
    const answer = await parts.services.act(deed, { actor, place });
    if (answer.kind === 'draft') {
      const letters = answer.letters.map(({ id, revision }) => ({ id, revision }));
      const token = await keep({ kind: 'edit letters', letters }, actor, parts.services, source);
      await client.views.update({ view_id: window, view: editView(answer, token) });
    } else {
      const { blocks } = await answerMessage({ ...answer, offers: [] }, actor, parts.services);
      await client.views.update({ view_id: window, view: { ...waitingView, blocks } });
    }
  });
}
