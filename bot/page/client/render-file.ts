import type { FileShown } from '../page-state.ts';
import type { BlockShape, ElementShape } from './block-shapes.ts';
import { el } from './element.ts';
import type { BlockContext } from './page-context.ts';

/** A file shared in a message: what it is, how large, open or save it. */
export function renderFile(file: FileShown, user: string): HTMLElement {
  if (file.deleted) return el('div', { class: 'file gone' }, 'This file was withdrawn.');
  const address = `/files/${encodeURIComponent(file.id)}/${encodeURIComponent(file.name)}?user=${encodeURIComponent(user)}`;
  if (file.mimeType.startsWith('image/')) {
    return el(
      'figure',
      { class: 'picture' },
      el('img', { src: address, alt: file.title }),
      el('figcaption', {}, file.title),
    );
  }
  const kind = file.name.slice(file.name.lastIndexOf('.') + 1).toUpperCase();
  const opens = file.mimeType === 'application/pdf';
  return el(
    'div',
    { class: 'file' },
    el('span', { class: `file-kind ${kind.toLowerCase()}`, 'aria-hidden': 'true' }, kind),
    el(
      'span',
      { class: 'file-words' },
      el('span', { class: 'file-name' }, file.title),
      el('span', { class: 'file-size' }, `${kind} · ${sizeOf(file.size)}`),
    ),
    opens &&
      el(
        'a',
        { class: 'button', href: address, target: '_blank', rel: 'noopener', 'aria-label': `Open ${file.name}` },
        'Open',
      ),
    el(
      'a',
      { class: 'button', href: `${address}&download`, download: file.name, 'aria-label': `Download ${file.name}` },
      'Download',
    ),
  );
}

/** A picture the app uploaded. One that lies elsewhere is not fetched: its description stands in its place. */
export function renderImage(
  image: Pick<BlockShape & ElementShape, 'slack_file' | 'image_url' | 'alt_text'>,
  context: BlockContext,
  form: 'block' | 'thumbnail',
): HTMLElement {
  const id = image.slack_file?.id;
  const alt = image.alt_text ?? '';
  if (id === undefined) return el('span', { class: `image-elsewhere ${form}`, role: 'img', 'aria-label': alt }, alt);
  return el('img', { class: `image ${form}`, src: `/files/${id}/image?user=${encodeURIComponent(context.user)}`, alt });
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
