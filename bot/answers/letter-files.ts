import { letterMeta } from '../../letters/letter-meta.ts';
import type { Letter } from '../../letters/letter.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import type { Store } from '../store/store.ts';
import type { LetterFile } from './answer.ts';
import { letterOf } from './letter-text.ts';

export interface RenderedFiles {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
}

/** Both forms of a letter. Throws LetterRefused with its reasons where it cannot be laid out. */
export async function renderFiles(letter: Letter): Promise<RenderedFiles> {
  // The layout engines are loaded by the few who print.
  const [{ renderPdf }, { renderDocx }] = await Promise.all([
    import('../../letters/pdf/render-pdf.ts'),
    import('../../letters/docx/render-docx.ts'),
  ]);
  const meta = letterMeta(letter);
  return { pdf: renderPdf(letter.body, meta), docx: await renderDocx(letter.body, meta) };
}

/** Keeps the files of an approved letter; those that a sudden end left unwritten are made again, byte for byte. */
export async function keepFiles(store: Store, record: LetterRecord, rendered?: RenderedFiles): Promise<void> {
  if (!rendered) {
    const kept = await Promise.all([store.file(record.id, 'pdf'), store.file(record.id, 'docx')]);
    if (kept.every((file) => file !== undefined)) return;
  }
  const { pdf, docx } = rendered ?? (await renderFiles(letterOf(record)));
  await store.saveFile(record.id, 'pdf', pdf);
  await store.saveFile(record.id, 'docx', docx);
}

/** The bytes of an approved letter; undefined where there is no such letter, or it is a draft. */
export async function letterFile(
  store: Store,
  letter: string,
  format: LetterFile['format'],
): Promise<Uint8Array | undefined> {
  const record = await store.letter(letter);
  if (!record || record.state === 'draft') return undefined;
  await keepFiles(store, record);
  return store.file(letter, format);
}

/** How the files are named: by paper and reference, never by pupil. */
export function filesOf(record: LetterRecord): readonly LetterFile[] {
  const { reference, addressee } = letterOf(record);
  return (['pdf', 'docx'] as const).map((format) => ({
    letter: record.id,
    format,
    name: `${record.paper}-${reference}.${format}`,
    addressee: addressee.name,
  }));
}
