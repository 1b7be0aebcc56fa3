import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { converse } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** `Why`, `What next`, one of several pupils: a question, asked by a button. */
export function askAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'ask', ({ turn, deed }) => converse(turn, (asked) => parts.services.act(deed, asked)));
}
