import type { ChangeFeed } from './change-feed.ts';
import type { Ids } from './ids.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: string;
  /** Empty once the file is deleted. */
  readonly bytes: Uint8Array;
  /** Whole bytes. */
  readonly size: number;
  readonly state: 'awaiting upload' | 'uploaded' | 'complete' | 'deleted';
  /** Where it was shared: channel and the message that carries it. */
  readonly shares: readonly { readonly channel: string; readonly ts: string }[];
  /** The unguessable part of the address its bytes are posted to. */
  readonly uploadKey: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface Files {
  expect(name: string, size: number): StoredFile;
  find(id: string): StoredFile | undefined;
  byUploadKey(key: string): StoredFile | undefined;
  put(file: StoredFile): StoredFile;
  all(): readonly StoredFile[];
}

export function createFiles(ids: Ids, feed: ChangeFeed): Files {
  const files = new Map<string, StoredFile>();
  const put = (file: StoredFile): StoredFile => {
    files.set(file.id, file);
    feed.changed({ kind: 'files' });
    return file;
  };
  return {
    expect: (name, size) =>
      put({
        id: ids.id('F'),
        name,
        title: name,
        mimeType: mimeTypeOf(name),
        bytes: new Uint8Array(),
        size,
        state: 'awaiting upload',
        shares: [],
        uploadKey: ids.secret(),
        createdAt: ids.now(),
      }),
    find: (id) => files.get(id),
    byUploadKey: (key) => [...files.values()].find((file) => file.uploadKey === key),
    put,
    all: () => [...files.values()],
  };
}

const mimeTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
};

function mimeTypeOf(name: string): string {
  return mimeTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
