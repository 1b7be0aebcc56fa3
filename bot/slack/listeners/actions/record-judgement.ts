import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { converse } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Records what a person judges, yes or no; their name stands with it. */
export function recordJudgementAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'record judgement', ({ turn, deed }) =>
    converse(turn, (asked) => parts.services.act(deed, asked)),
  );
}
