/** Slack's mrkdwn, read into a tree: https://docs.slack.dev/messaging/formatting-message-text */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'person' | 'channel'; readonly id: string; readonly label: string | undefined }
  | { readonly kind: 'broadcast'; readonly to: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string }
  | { readonly kind: 'break' };

export type Paragraph =
  | { readonly kind: 'lines'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'preformatted'; readonly text: string };

/** Lines, quotes, bulleted lists and preformatted runs, in order. */
export function readMrkdwn(text: string): readonly Paragraph[] {
  return text.split('```').flatMap((run, index, runs) => {
    const closed = index < runs.length - 1;
    if (index % 2 === 1 && closed)
      return [{ kind: 'preformatted' as const, text: unescape(run.replace(/^\n|\n$/g, '')) }];
    return readParagraphs(index % 2 === 1 ? `\`\`\`${run}` : run);
  });
}

function readParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const groups = new Map<string, RegExp>([
    ['quote', /^(?:&gt;|>) ?/],
    ['list', /^\s*[•◦▪] */],
  ]);
  const kindOf = (line: string): string => [...groups].find(([, mark]) => mark.test(line))?.[0] ?? 'lines';
  const lines = text.replace(/^\n|\n$/g, '').split('\n');
  if (lines.length === 1 && lines[0] === '') return [];
  for (let from = 0; from < lines.length;) {
    const kind = kindOf(lines[from] ?? '');
    let to = from;
    while (to < lines.length && kindOf(lines[to] ?? '') === kind) to += 1;
    const run = lines.slice(from, to).map((line) => line.replace(groups.get(kind) ?? '', ''));
    if (kind === 'list') paragraphs.push({ kind, items: run.map((line) => readInline(line)) });
    else paragraphs.push({ kind: kind === 'quote' ? 'quote' : 'lines', children: readInline(run.join('\n')) });
    from = to;
  }
  return paragraphs;
}

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** One run of text: styles, code, links, mentions, dates, line breaks. */
export function readInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const push = (inline: Inline): void => {
    if (plain !== '') found.push({ kind: 'text', text: unescape(plain) });
    plain = '';
    found.push(inline);
  };
  for (let at = 0; at < text.length;) {
    const special = readCode(text, at) ?? readAngle(text, at) ?? readStyled(text, at);
    if (text[at] === '\n') push({ kind: 'break' });
    else if (special) push(special.inline);
    else plain += text[at];
    at = special?.end ?? at + 1;
  }
  if (plain !== '') found.push({ kind: 'text', text: unescape(plain) });
  return found;
}

interface Piece {
  readonly inline: Inline;
  readonly end: number;
}

function readCode(text: string, at: number): Piece | undefined {
  const end = text[at] === '`' ? text.indexOf('`', at + 1) : -1;
  if (end <= at + 1 || text.slice(at, end).includes('\n')) return undefined;
  return { inline: { kind: 'code', text: unescape(text.slice(at + 1, end)) }, end: end + 1 };
}

function readStyled(text: string, at: number): Piece | undefined {
  const mark = text[at];
  if (mark !== '*' && mark !== '_' && mark !== '~') return undefined;
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /\s/.test(text[at + 1] ?? ' ')) return undefined;
  for (let end = text.indexOf(mark, at + 2); end !== -1; end = text.indexOf(mark, end + 1)) {
    const inside = text.slice(at + 1, end);
    if (inside.includes('\n')) return undefined;
    if (/\s$/.test(inside) || /[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) continue;
    return { inline: { kind: styles[mark], children: readInline(inside) }, end: end + 1 };
  }
  return undefined;
}

/** What stands between `<` and `>`: a link, a person, a channel, a broadcast or a date. */
function readAngle(text: string, at: number): Piece | undefined {
  const match = /^<([^<>\n]+)>/.exec(text.slice(at));
  if (!match) return undefined;
  const [target, label] = splitOnce(match[1] ?? '', '|');
  const end = at + match[0].length;
  const shown = label === undefined ? undefined : unescape(label);
  const date = /^!date\^(\d+)\^([^^]*)/.exec(target);
  if (date)
    return { inline: { kind: 'date', seconds: Number(date[1]), format: date[2] ?? '', fallback: shown ?? '' }, end };
  if (target.startsWith('@')) return { inline: { kind: 'person', id: target.slice(1), label: shown }, end };
  if (target.startsWith('#')) return { inline: { kind: 'channel', id: target.slice(1), label: shown }, end };
  if (target.startsWith('!')) return { inline: { kind: 'broadcast', to: shown ?? target.slice(1) }, end };
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(target)) return undefined;
  return {
    inline: { kind: 'link', url: unescape(target), label: shown ?? unescape(target.replace(/^(?:mailto|tel):/, '')) },
    end,
  };
}

function splitOnce(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** `&amp;`, `&lt;` and `&gt;` are the only escapes Slack knows. */
export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
