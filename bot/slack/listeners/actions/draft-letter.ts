import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { converse } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Drafts the letters of one paper, and shows them. */
export function draftLetterAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'draft letter', ({ turn, deed }) => converse(turn, (asked) => parts.services.act(deed, asked)));
}
