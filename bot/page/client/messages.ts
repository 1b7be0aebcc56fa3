import type { MessageShown, PageState } from '../page-state.ts';
import { el } from './element.ts';
import { keepingFocus } from './form.ts';
import type { BlockContext } from './page-context.ts';
import { renderBlocks } from './render-blocks.ts';
import { renderFile } from './render-file.ts';
import { renderText } from './render-text.ts';

export interface MessageList {
  readonly element: HTMLElement;
  /** Draws what is new or changed and leaves the rest alone, so that focus and selection stay. */
  update(state: PageState, contextOf: (where: string) => BlockContext, intro: HTMLElement): void;
}

/** The conversation, oldest first; it stays at its end unless someone has scrolled back. */
export function createMessageList(): MessageList {
  const list = el('ol', { class: 'messages' });
  const element = el('div', { class: 'log', role: 'log', 'aria-label': 'Messages', tabindex: 0 }, list);
  const drawn = new Map<string, { readonly signature: string; readonly item: HTMLElement }>();
  let shownFor = '';

  function draw(key: string, signature: string, make: () => HTMLElement): HTMLElement {
    const before = drawn.get(key);
    if (before?.signature === signature) return before.item;
    const item = make();
    drawn.set(key, { signature, item });
    return item;
  }

  return {
    element,
    update(state, contextOf, intro) {
      const viewer = `${state.me} ${state.open}`;
      const changedPlace = shownFor !== viewer;
      if (changedPlace) drawn.clear();
      shownFor = viewer;
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      const items = [draw('intro', '', () => el('li', { class: 'intro' }, intro))];
      state.messages.forEach((message, index) => {
        const before = state.messages[index - 1];
        const day = dayOf(message);
        if (before === undefined || dayOf(before) !== day) {
          items.push(draw(`day ${day}`, '', () => el('li', { class: 'day' }, el('span', {}, day))));
        }
        const joined = before !== undefined && continues(before, message);
        items.push(
          draw(message.ts, JSON.stringify([message, joined]), () =>
            renderMessage(message, joined, state, contextOf(message.ts)),
          ),
        );
      });
      keepingFocus(list, () => reconcile(list, items));
      if (atEnd || changedPlace) element.scrollTop = element.scrollHeight;
    },
  };
}

function reconcile(list: HTMLElement, items: readonly HTMLElement[]): void {
  for (const child of list.querySelectorAll(':scope > li')) {
    if (child instanceof HTMLElement && !items.includes(child)) child.remove();
  }
  items.forEach((item, index) => {
    const there = list.children[index];
    if (there !== item) list.insertBefore(item, there ?? null);
  });
}

function renderMessage(message: MessageShown, joined: boolean, state: PageState, context: BlockContext): HTMLElement {
  const author = message.by === 'app' ? state.app.name : context.names.person(message.author);
  const content =
    message.blocks.length > 0
      ? renderBlocks(message.blocks, context)
      : [el('div', { class: 'block text' }, ...renderText({ type: 'mrkdwn', text: message.text }, context.names))];
  return el(
    'li',
    {
      class: `message ${message.by}${joined ? ' joined' : ''}${message.onlyYou ? ' only-you' : ''}`,
      'data-ts': message.ts,
    },
    el(
      'article',
      { 'aria-label': `${author}, ${timeOf(message)}` },
      joined ? el('span', { class: 'avatar-space' }) : avatar(author, message.author, message.by),
      el(
        'div',
        { class: 'message-body', 'data-form': true },
        message.onlyYou && el('div', { class: 'only-you-note' }, 'Only visible to you'),
        !joined &&
          el(
            'div',
            { class: 'byline' },
            el('strong', {}, author),
            message.by !== 'person' && el('span', { class: 'badge app-badge' }, 'app'),
            el('time', {}, timeOf(message)),
            message.inThread && el('span', { class: 'quiet' }, 'in a thread'),
          ),
        ...content,
        ...message.files.map((file) => renderFile(file, state.me)),
        message.edited && el('span', { class: 'edited quiet' }, '(edited)'),
      ),
    ),
  );
}

/** Initials on a colour that stays with the person. */
export function avatar(name: string, id: string, by: MessageShown['by']): HTMLElement {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const initials = (words.length > 1 ? [words[0], words.at(-1)] : [words[0]])
    .map((word) => word?.[0]?.toUpperCase())
    .join('');
  const colour = Array.from(id, (character) => character.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % 6;
  return el(
    'span',
    { class: `avatar ${by === 'app' ? 'app-avatar' : `colour-${colour}`}`, 'aria-hidden': 'true' },
    initials,
  );
}

/** A message that follows its author's last one within five minutes stands under the same name. */
function continues(before: MessageShown, message: MessageShown): boolean {
  const near = Number(message.ts) - Number(before.ts) < 300 && dayOf(before) === dayOf(message);
  return (
    near &&
    before.author === message.author &&
    before.onlyYou === message.onlyYou &&
    !message.inThread &&
    !before.inThread
  );
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/London',
});
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

const dayOf = (message: MessageShown): string => day.format(Number(message.ts) * 1000);
const timeOf = (message: MessageShown): string => time.format(Number(message.ts) * 1000);
