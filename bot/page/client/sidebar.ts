import type { ConversationShown, PageState } from '../page-state.ts';
import { el } from './element.ts';

export interface SidebarActions {
  readonly lookAs: (user: string) => void;
  readonly open: (channel: string) => void;
}

export interface Sidebar {
  readonly element: HTMLElement;
  update(state: PageState, unread: ReadonlySet<string>): void;
}

/** Workspace, who is looking, and the conversations. */
export function createSidebar(actions: SidebarActions): Sidebar {
  const team = el('div', { class: 'team' });
  const chooser = el('select', { class: 'field select', id: 'look-as', onchange: () => actions.lookAs(chooser.value) });
  const direct = el('ul', { class: 'conversations' });
  const channels = el('ul', { class: 'conversations' });
  const element = el(
    'nav',
    { class: 'sidebar', id: 'sidebar', 'aria-label': 'Conversations' },
    team,
    el('label', { class: 'look-as', for: 'look-as' }, 'You are'),
    chooser,
    el('h2', {}, 'Direct messages'),
    direct,
    el('h2', {}, 'Channels'),
    channels,
    el('p', { class: 'sidebar-note' }, 'A small Slack on this computer. Nothing here leaves it.'),
  );

  return {
    element,
    update(state, unread) {
      team.textContent = state.team;
      const people = state.people.filter((person) => person.choosable);
      const wanted = people.map((person) => person.id).join();
      if (chooser.dataset['people'] !== wanted) {
        chooser.dataset['people'] = wanted;
        chooser.replaceChildren(...people.map((person) => el('option', { value: person.id }, labelOf(person))));
      }
      chooser.value = state.me;
      fill(direct, state, unread, (one) => one.kind === 'direct');
      fill(channels, state, unread, (one) => one.kind !== 'direct');
    },
  };

  function fill(
    list: HTMLElement,
    state: PageState,
    unread: ReadonlySet<string>,
    which: (conversation: ConversationShown) => boolean,
  ): void {
    const shown = state.conversations.filter(which);
    const signature = JSON.stringify([shown.map(({ id, name }) => [id, name, unread.has(id)]), state.open]);
    if (list.dataset['shown'] === signature) return;
    list.dataset['shown'] = signature;
    const focused = list.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-channel')
      : undefined;
    list.replaceChildren(...shown.map((one) => item(one, one.id === state.open, unread.has(one.id))));
    if (focused) list.querySelector<HTMLElement>(`[data-channel="${focused}"]`)?.focus();
  }

  function item(one: ConversationShown, open: boolean, unread: boolean): HTMLElement {
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: `conversation${unread ? ' unread' : ''}`,
          'data-channel': one.id,
          'aria-current': open ? 'page' : undefined,
          onclick: () => actions.open(one.id),
        },
        el('span', { class: 'sign', 'aria-hidden': 'true' }, one.kind === 'direct' ? '●' : '#'),
        el('span', { class: 'conversation-name' }, one.name),
        ...badges(one),
        unread && el('span', { class: 'unread-dot' }, el('span', { class: 'unseen' }, 'unread')),
      ),
    );
  }
}

/** What a person should know before writing somewhere: who else may read it. */
export function badges(one: ConversationShown): readonly HTMLElement[] {
  const words = [one.kind === 'private' && 'private', one.shared && 'shared', one.guests && 'guests'];
  return words.flatMap((word) => (word === false ? [] : [el('span', { class: 'badge' }, word)]));
}

function labelOf(person: PageState['people'][number]): string {
  return person.title === '' || person.title === person.name ? person.name : `${person.name} – ${person.title}`;
}
