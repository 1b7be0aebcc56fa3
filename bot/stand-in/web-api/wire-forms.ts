import type { Fields } from '../block-kit/problems.ts';
import type { StoredFile } from '../model/files.ts';
import type { Message } from '../model/messages.ts';
import type { Model } from '../model/model.ts';
import type { View } from '../model/views.ts';
import { valuesOf, type ElementValues } from '../delivery/element-values.ts';

/** A message as Slack writes it in answers and payloads. */
export function messageForm(message: Message, model: Model): Fields {
  const { app, team } = model.directory;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.user === app.botUserId ? { bot_id: app.botId, app_id: app.id } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files.length > 0 ? { files: message.files.map((id) => fileForm(model.files.find(id), model)) } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

/** A view as Slack writes it, with the values its inputs hold. */
export function viewForm(view: View, model: Model, given: ElementValues = {}): Fields {
  const { app, team } = model.directory;
  const plain = (text: string | undefined): Fields | null =>
    text === undefined ? null : { type: 'plain_text', text, emoji: true };
  return {
    id: view.id,
    team_id: team.id,
    type: view.kind,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: valuesOf(view.blocks, given) },
    hash: view.hash,
    title: plain(view.title),
    clear_on_close: false,
    notify_on_close: view.notifyOnClose,
    close: plain(view.close),
    submit: plain(view.submit),
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}

/** A file as Slack writes it; a deleted one is a tombstone. */
export function fileForm(file: StoredFile | undefined, model: Model): Fields {
  if (!file || file.state === 'deleted') return { id: file?.id ?? '', mode: 'tombstone' };
  const shares: Record<string, Fields[]> = {};
  for (const { channel, ts } of file.shares) (shares[channel] ??= []).push({ ts });
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimeType,
    filetype: file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase(),
    size: file.size,
    created: Math.floor(file.createdAt / 1000),
    user: model.directory.app.botUserId,
    mode: 'hosted',
    url_private: `${model.url()}/files-pri/${file.id}/${encodeURIComponent(file.name)}`,
    shares: { private: shares },
  };
}
