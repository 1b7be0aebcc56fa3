import { isFields, type Fields } from '../block-kit/problems.ts';
import type { StoredFile } from '../model/files.ts';
import type { Model } from '../model/model.ts';
import { acceptBlocks } from './accept-blocks.ts';
import { needed, optional, Refusal, structured, type MethodTable } from './method.ts';
import { fileForm } from './wire-forms.ts';

/** Upload in two steps: an address for the bytes, the bytes posted there, then the file shared in one conversation. */
export const files: MethodTable = {
  'files.getUploadURLExternal'(args, model) {
    const length = Number(needed(args, 'length'));
    if (!Number.isSafeInteger(length) || length <= 0)
      throw new Refusal('invalid_arguments', ['[ERROR] length must be a number of bytes']);
    const file = model.files.expect(needed(args, 'filename'), length);
    return { upload_url: `${model.url()}/upload/v1/${file.uploadKey}`, file_id: file.id };
  },
  'files.completeUploadExternal'(args, model) {
    const wanted = structured(args, 'files', 'invalid_arguments');
    if (!Array.isArray(wanted) || wanted.length === 0)
      throw new Refusal('invalid_arguments', ['[ERROR] missing required field: files']);
    const uploaded = wanted.filter(isFields).map((one) => uploadedFile(one, model));
    const place = optional(args, 'channel_id');
    // A person's id is not taken here, unlike in chat.postMessage: the direct message has to be opened first.
    const channel = place === undefined ? undefined : model.directory.channel(place);
    if (place !== undefined && !channel) throw new Refusal('channel_not_found');
    if (channel && !channel.members.includes(model.directory.app.botUserId)) throw new Refusal('not_in_channel');
    const complete = uploaded.map((file) => model.files.put({ ...file, state: 'complete' }));
    if (!channel) return { files: complete.map((file) => fileForm(file, model)) };
    const { ts } = model.messages.post({
      channel: channel.id,
      user: model.directory.app.botUserId,
      text: optional(args, 'initial_comment') ?? '',
      blocks: acceptBlocks(args, model.ids),
      files: complete.map((file) => file.id),
      threadTs: optional(args, 'thread_ts'),
    });
    const shared = complete.map((file) =>
      model.files.put({ ...file, shares: [...file.shares, { channel: channel.id, ts }] }),
    );
    return { files: shared.map((file) => fileForm(file, model)) };
  },
  'files.info'(args, model) {
    return { file: fileForm(existing(needed(args, 'file', 'file_not_found'), model), model) };
  },
  'files.delete'(args, model) {
    const file = existing(needed(args, 'file', 'file_not_found'), model);
    model.files.put({ ...file, state: 'deleted', bytes: new Uint8Array() });
    for (const { channel } of file.shares) model.feed.changed({ kind: 'messages', channel });
    return {};
  },
};

/** The bytes as they arrive at the upload address; undefined when they are taken, else what is wrong with them. */
export function receiveUpload(key: string, bytes: Uint8Array, model: Model): string | undefined {
  const file = model.files.byUploadKey(key);
  if (!file || file.state !== 'awaiting upload') return 'no upload is expected here';
  if (bytes.length !== file.size) return `${file.size} bytes were announced and ${bytes.length} came`;
  model.files.put({ ...file, bytes, state: 'uploaded' });
  return undefined;
}

function uploadedFile(wanted: Fields, model: Model): StoredFile {
  const file = model.files.find(String(wanted['id']));
  if (!file) throw new Refusal('file_not_found');
  if (file.state === 'awaiting upload') throw new Refusal('file_upload_incomplete');
  if (file.state !== 'uploaded') throw new Refusal('file_already_completed');
  return { ...file, title: typeof wanted['title'] === 'string' ? wanted['title'] : file.name };
}

function existing(id: string, model: Model): StoredFile {
  const file = model.files.find(id);
  if (!file) throw new Refusal('file_not_found');
  if (file.state === 'deleted') throw new Refusal('file_deleted');
  return file;
}
