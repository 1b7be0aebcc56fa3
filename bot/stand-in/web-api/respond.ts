import type { Fields } from '../block-kit/problems.ts';
import type { ResponseGrant } from '../model/grants.ts';
import type { Model } from '../model/model.ts';
import { readMessage } from './chat.ts';

/**
 * What an app posts to a `response_url`: a message for the person alone, or for all with `response_type: in_channel`;
 * the message a button stood in can be replaced or deleted. After a command there is nothing to replace, and Slack posts anew.
 * Throws a Refusal for blocks Slack would not take.
 */
export function respond(args: Fields, grant: ResponseGrant, model: Model): void {
  if (isYes(args['delete_original'])) {
    if (grant.source !== undefined) model.messages.remove(grant.source);
    return;
  }
  const message = readMessage(args, model);
  if (isYes(args['replace_original']) && grant.source !== undefined) {
    model.messages.change(grant.source, { text: message.text, blocks: message.blocks });
    return;
  }
  const forAll = args['response_type'] === 'in_channel';
  model.messages.post({ ...message, channel: grant.channel, ...(forAll ? {} : { visibleTo: grant.user }) });
}

function isYes(value: unknown): boolean {
  return value === true || value === 'true';
}
