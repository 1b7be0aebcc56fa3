import { importFile } from '../../../../bot/store/import-file.ts';
import { openStore } from '../../../../bot/store/open-database.ts';
import type { StorePlace } from '../../../../bot/store/open-database.ts';
import { genericLong } from '../../../../register/import/profile.ts';
import { codes } from '../../../support/code-table.ts';

/** What a process of its own is asked to do, and to be killed at. */
export type WriterTask = { readonly place: StorePlace } & (
  | { readonly kind: 'import'; readonly school: string; readonly text: string }
  | { readonly kind: 'approve'; readonly letter: string }
  | { readonly kind: 'claim'; readonly keys: readonly string[] }
);

/** Sent to the parent: ready for the word, begun, or what was acknowledged. */
export type WriterMessage = 'ready' | 'begun' | 'done' | { readonly claimed: readonly string[] };

process.once('message', (task: WriterTask) => {
  void run(task);
});
tell('ready');

async function run(task: WriterTask): Promise<void> {
  const store = await openStore(task.place);
  switch (task.kind) {
    case 'import':
      await importFile(store, {
        school: task.school,
        name: 'later.csv',
        bytes: piecesOf(task.text),
        profile: genericLong,
        codes,
        by: 'office',
        at: '2024-04-02T09:00:00.000Z',
      });
      tell('done');
      break;
    case 'approve':
      await store.approve(task.letter, { by: 'head', at: '2024-04-02T09:00:00.000Z' });
      tell('done');
      // The parent kills this process on hearing it; nothing more is written.
      break;
    case 'claim': {
      const claimed: string[] = [];
      for (const key of task.keys) if (await store.claimOnce(key, '2024-04-02T09:00:00.000Z')) claimed.push(key);
      tell({ claimed });
      await store.close();
      process.disconnect();
    }
  }
}

/** The file, and word to the parent when the last of it has been asked for. */
function* piecesOf(text: string): Generator<Uint8Array> {
  yield new TextEncoder().encode(text);
  tell('begun');
}

function tell(message: WriterMessage): void {
  process.send!(message);
}
