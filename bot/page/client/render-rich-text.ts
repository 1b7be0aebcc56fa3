import { el, type Child } from './element.ts';
import { withEmoji } from './emoji.ts';
import { renderLink, type Names } from './render-text.ts';

interface RichPiece {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly name?: string;
  readonly user_id?: string;
  readonly channel_id?: string;
  readonly range?: string;
  readonly fallback?: string;
  readonly style?:
    { readonly bold?: boolean; readonly italic?: boolean; readonly strike?: boolean; readonly code?: boolean } | string;
  readonly elements?: readonly RichPiece[];
}

/** The block Slack's own composer makes. */
export function renderRichText(elements: readonly unknown[], names: Names): readonly Child[] {
  return (elements as readonly RichPiece[]).map((container) => {
    const children = container.elements ?? [];
    switch (container.type) {
      case 'rich_text_list':
        return el(
          container.style === 'ordered' ? 'ol' : 'ul',
          {},
          ...children.map((item) => el('li', {}, ...renderPieces(item.elements ?? [], names))),
        );
      case 'rich_text_preformatted':
        return el('pre', {}, ...renderPieces(children, names));
      case 'rich_text_quote':
        return el('blockquote', {}, ...renderPieces(children, names));
      default:
        return el('p', {}, ...renderPieces(children, names));
    }
  });
}

function renderPieces(pieces: readonly RichPiece[], names: Names): readonly Child[] {
  return pieces.map((piece) => {
    const style = typeof piece.style === 'object' ? piece.style : {};
    let shown = renderPiece(piece, names);
    if (style.code) shown = el('code', {}, shown);
    if (style.strike) shown = el('s', {}, shown);
    if (style.italic) shown = el('em', {}, shown);
    if (style.bold) shown = el('strong', {}, shown);
    return shown;
  });
}

function renderPiece(piece: RichPiece, names: Names): Child {
  switch (piece.type) {
    case 'link':
      return renderLink(piece.url ?? '', piece.text ?? piece.url ?? '');
    case 'emoji':
      return withEmoji(`:${piece.name}:`);
    case 'user':
      return el('span', { class: 'mention' }, `@${names.person(piece.user_id ?? '')}`);
    case 'channel':
      return el('span', { class: 'mention' }, `#${names.channel(piece.channel_id ?? '')}`);
    case 'broadcast':
      return el('span', { class: 'mention broadcast' }, `@${piece.range}`);
    default:
      return el('span', { class: 'pre-line' }, piece.text ?? piece.fallback ?? '');
  }
}
