import type { PageState } from '../page-state.ts';
import { el } from './element.ts';
import { badges } from './sidebar.ts';

export type Tab = 'messages' | 'home';

export interface ConversationHeader {
  readonly element: HTMLElement;
  readonly opener: HTMLElement;
  update(state: PageState, tab: Tab): void;
}

/** The name of the conversation; for the app's own, the tabs Messages and Home. */
export function createConversationHeader(toggleSidebar: () => void, choose: (tab: Tab) => void): ConversationHeader {
  const opener = el(
    'button',
    {
      type: 'button',
      class: 'icon-button opener',
      'aria-label': 'Conversations',
      'aria-controls': 'sidebar',
      'aria-expanded': 'false',
      onclick: toggleSidebar,
    },
    '☰',
  );
  const title = el('div', { class: 'conversation-title' });
  const tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'App' });
  const tab = (name: Tab, words: string): HTMLElement =>
    el(
      'button',
      { type: 'button', class: 'tab', role: 'tab', 'aria-controls': 'conversation', onclick: () => choose(name) },
      words,
    );
  const [messages, home] = [tab('messages', 'Messages'), tab('home', 'Home')];
  tabs.append(messages, home);
  const element = el('header', { class: 'conversation-header' }, opener, title, tabs);
  let signature = '';

  return {
    element,
    opener,
    update(state, chosen) {
      const open = state.conversations.find((one) => one.id === state.open);
      const next = JSON.stringify([{ ...open, latest: '' }, chosen]);
      if (!open || next === signature) return;
      signature = next;
      title.replaceChildren(
        el('h1', {}, open.kind === 'direct' ? open.name : `# ${open.name}`),
        ...badges(open),
        el('p', { class: 'quiet topic' }, open.topic),
      );
      tabs.hidden = open.kind !== 'direct';
      messages.setAttribute('aria-selected', String(chosen === 'messages'));
      home.setAttribute('aria-selected', String(chosen === 'home'));
    },
  };
}
