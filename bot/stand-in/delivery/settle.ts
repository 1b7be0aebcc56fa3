import { checkView } from '../block-kit/check-view.ts';
import { isFields, type Fields } from '../block-kit/problems.ts';
import type { Model } from '../model/model.ts';
import { slackbotId } from '../model/workspace.ts';
import { acceptView } from '../web-api/accept-blocks.ts';
import { Refusal } from '../web-api/method.ts';
import { respond } from '../web-api/respond.ts';
import type { Receipt } from './delivery.ts';

/**
 * Does what an acknowledgement asks for: the message answered to a command, the next state of a submitted modal.
 * A command the app did not acknowledge is told to the person in Slackbot's words, as Slack does.
 */
export function settle(receipt: Receipt, model: Model): void {
  const { kind, body } = receipt.delivery;
  if (kind === 'slash_commands') settleCommand(receipt, body, model);
  else if (body['type'] === 'view_submission' && receipt.acknowledged) settleSubmission(receipt.payload, body, model);
}

function settleCommand({ acknowledged, status, payload }: Receipt, body: Fields, model: Model): void {
  const place = { channel: String(body['channel_id']), user: String(body['user_id']) };
  const tell = (why: string): void =>
    void model.messages.post({
      channel: place.channel,
      user: slackbotId,
      visibleTo: place.user,
      text: `${String(body['command'])} failed with the error “${why}”`,
    });
  if (!acknowledged) return tell(status === undefined || status === 404 ? 'operation_timeout' : 'dispatch_failed');
  if (payload === undefined) return undefined;
  try {
    respond(
      isFields(payload) ? payload : { text: typeof payload === 'string' ? payload : '' },
      { ...place, source: undefined },
      model,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(error.message);
  }
}

function settleSubmission(payload: unknown, body: Fields, model: Model): void {
  const submitted = isFields(body['view']) ? model.views.find(String(body['view']['id'])) : undefined;
  if (!submitted) return;
  const answer = isFields(payload) ? payload : {};
  switch (answer['response_action']) {
    case 'errors': {
      const errors = isFields(answer['errors']) ? answer['errors'] : {};
      return model.views.setErrors(
        submitted.id,
        Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, String(text)])),
      );
    }
    case 'clear':
      return model.views.close(submitted.user, 'all');
    case 'update':
    case 'push': {
      const problems = checkView(answer['view'], 'modal');
      if (problems.length > 0) {
        return model.views.setErrors(submitted.id, {
          '': `The app answered with a view that Slack would refuse: ${problems[0]?.message} at ${problems[0]?.pointer}`,
        });
      }
      const content = acceptView(answer, 'modal', model.ids);
      if (answer['response_action'] === 'push') model.views.push(submitted.user, content);
      else model.views.update(submitted.id, content);
      return undefined;
    }
    default:
      return model.views.close(submitted.user, 'top');
  }
}
