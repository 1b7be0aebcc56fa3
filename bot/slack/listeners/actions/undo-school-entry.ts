import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { converse } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Undoes what was recorded of the school itself, by a further entry. */
export function undoSchoolEntryAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'undo school entry', ({ turn, deed }) =>
    converse(turn, (asked) => parts.services.act(deed, asked)),
  );
}
