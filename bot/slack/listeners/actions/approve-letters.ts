import type { App } from '@slack/bolt';
import { answerMessage } from '../../messages/answer-message.ts';
import { filesFailedMessage } from '../../messages/short-messages.ts';
import { onPress } from '../../press.ts';
import { sendFiles } from '../../send-files.ts';
import { replace } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Approves what was shown, in this person's name; the draft gives way to the record of it, and the files follow. */
export function approveLettersAction(app: App, parts: ListenerParts): void {
  const { services, log } = parts;
  onPress(app, parts, 'approve letters', async ({ turn, deed, source }) => {
    const { actor, place, client } = turn;
    const answer = await services.act(deed, { actor, place });
    const message = await answerMessage(answer, actor, services);
    if (answer.kind !== 'approved' || place.kind !== 'direct message') return turn.reply(message);
    if (source) await replace(client, source, message);
    else await turn.reply(message);
    // Two quick presses approve once, as the store sees to; this sends the files once.
    const letters = answer.files.map(({ letter }) => letter);
    if (!(await services.claimOnce(`files of ${[...new Set(letters)].join(' ')} to ${place.id}`))) return undefined;
    try {
      await sendFiles(client, place.id, answer.files, answer.paper.title, services);
    } catch (error) {
      await turn.reply(filesFailedMessage(log.failure(error, { name: 'files' })));
    }
    return undefined;
  });
}
