import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { converse } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Undoes what was recorded, by a further entry. */
export function undoEntryAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'undo entry', ({ turn, deed }) => converse(turn, (asked) => parts.services.act(deed, asked)));
}
