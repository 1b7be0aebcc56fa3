import { type Checker, type Fields } from './problems.ts';

const containers: Readonly<Record<string, readonly string[]>> = {
  rich_text_section: ['type', 'elements'],
  rich_text_preformatted: ['type', 'elements', 'border', 'language'],
  rich_text_quote: ['type', 'elements', 'border'],
  rich_text_list: ['type', 'elements', 'style', 'indent', 'offset', 'border'],
};

const pieces = ['text', 'link', 'emoji', 'user', 'channel', 'usergroup', 'broadcast', 'date', 'color'];

const any = { min: 0, max: Number.POSITIVE_INFINITY };

/** The block that Slack's own composer makes: sections, lists, quotes and preformatted runs of styled pieces. */
export function checkRichText(check: Checker, block: Fields, pointer: string): void {
  check.list(block, 'elements', pointer, any, (container, at) => {
    const type = String(container['type']);
    const allowed = containers[type];
    if (!allowed) return check.say(at, `unsupported type: ${type}`);
    check.only(container, at, allowed);
    const list = type === 'rich_text_list';
    if (list && container['style'] !== 'bullet' && container['style'] !== 'ordered') {
      check.say(`${at}/style`, 'must be one of: bullet, ordered');
    }
    check.list(container, 'elements', at, any, (element, inner) => {
      if (!list) return checkPiece(check, element, inner);
      if (element['type'] !== 'rich_text_section')
        return check.say(inner, `unsupported type: ${String(element['type'])}`);
      check.list(element, 'elements', inner, any, (piece, place) => checkPiece(check, piece, place));
    });
  });
}

function checkPiece(check: Checker, piece: Fields, pointer: string): void {
  const type = String(piece['type']);
  if (!pieces.includes(type)) return check.say(pointer, `unsupported type: ${type}`);
  if (type === 'text') check.string(piece, 'text', pointer, Number.POSITIVE_INFINITY, true);
  if (type === 'link') check.string(piece, 'url', pointer, 3000, true);
}
