import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { converse } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Records what the school itself did; the person’s name stands with it. */
export function recordSchoolActAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'record school act', ({ turn, deed }) =>
    converse(turn, (asked) => parts.services.act(deed, asked)),
  );
}
