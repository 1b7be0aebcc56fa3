import { el, type Child } from './element.ts';
import { withEmoji } from './emoji.ts';
import { readMrkdwn, unescape, type Inline, type Paragraph } from './mrkdwn.ts';

/** Names for the ids that stand in texts. */
export interface Names {
  readonly person: (id: string) => string;
  readonly channel: (id: string) => string;
}

export interface TextObject {
  readonly type: 'mrkdwn' | 'plain_text';
  readonly text: string;
}

/** A text object of Block Kit. */
export function renderText(text: TextObject, names: Names): readonly Child[] {
  if (text.type === 'plain_text') return plainLines(text.text);
  return readMrkdwn(text.text).map((paragraph) => renderParagraph(paragraph, names));
}

/** Plain text on one line, for labels. */
export function plain(text: TextObject | undefined): string {
  return text === undefined ? '' : withEmoji(unescape(text.text));
}

function plainLines(text: string): readonly Child[] {
  return withEmoji(unescape(text))
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [el('br'), line]));
}

function renderParagraph(paragraph: Paragraph, names: Names): Child {
  switch (paragraph.kind) {
    case 'preformatted':
      return el('pre', {}, paragraph.text);
    case 'list':
      return el('ul', {}, ...paragraph.items.map((item) => el('li', {}, ...renderInlines(item, names))));
    case 'quote':
      return el('blockquote', {}, ...renderInlines(paragraph.children, names));
    case 'lines':
      break;
  }
  return el('p', {}, ...renderInlines(paragraph.children, names));
}

function renderInlines(inlines: readonly Inline[], names: Names): readonly Child[] {
  return inlines.map((inline) => renderInline(inline, names));
}

function renderInline(inline: Inline, names: Names): Child {
  switch (inline.kind) {
    case 'text':
      return withEmoji(inline.text);
    case 'code':
      return el('code', {}, inline.text);
    case 'bold':
      return el('strong', {}, ...renderInlines(inline.children, names));
    case 'italic':
      return el('em', {}, ...renderInlines(inline.children, names));
    case 'strike':
      return el('s', {}, ...renderInlines(inline.children, names));
    case 'link':
      return renderLink(inline.url, inline.label);
    case 'person':
      return el('span', { class: 'mention' }, `@${inline.label ?? names.person(inline.id)}`);
    case 'channel':
      return el('span', { class: 'mention' }, `#${inline.label ?? names.channel(inline.id)}`);
    case 'broadcast':
      return el('span', { class: 'mention broadcast' }, `@${inline.to}`);
    case 'date':
      return renderDate(inline.seconds, inline.format, inline.fallback);
    case 'break':
      break;
  }
  return el('br');
}

/** Only addresses that a browser can follow without running anything; elsewhere the label alone. */
export function renderLink(url: string, label: string): Child {
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(url)) return label;
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

const dateForms: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

function renderDate(seconds: number, format: string, fallback: string): Child {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return fallback;
  const shown = format.replaceAll(/\{(\w+?)(?:_pretty)?\}/g, (written, name: string) => {
    const form = dateForms[name];
    return form ? new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'Europe/London' }).format(at) : written;
  });
  return el('time', { datetime: at.toISOString(), title: fallback }, unescape(shown));
}
