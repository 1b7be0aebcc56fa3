import type { App } from '@slack/bolt';
import { onPress } from '../../press.ts';
import { sendFiles } from '../../send-files.ts';
import { openDirect } from '../../turn.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Sends the files of an approved letter once more. */
export function getFilesAction(app: App, parts: ListenerParts): void {
  onPress(app, parts, 'get files', async ({ turn: { client, user }, deed }) =>
    sendFiles(client, await openDirect(client, user), deed.files, deed.title, parts.services),
  );
}
