import './page.css';
import type { ActionName } from '../page-actions.ts';
import type { PageState, ViewShown } from '../page-state.ts';
import { fetchState, listen, send, type ActionBody, type FormState } from './api.ts';
import { createComposer } from './composer.ts';
import { createConversationHeader, type Tab } from './conversation-header.ts';
import { el } from './element.ts';
import { readForm } from './form.ts';
import { renderIntro } from './intro.ts';
import { createMessageList } from './messages.ts';
import { createModal } from './modal.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { BlockContext, Pressed } from './page-context.ts';
import { renderBlocks } from './render-blocks.ts';
import { createSidebar } from './sidebar.ts';

start(document.querySelector<HTMLElement>('#page') ?? document.body);

/** Builds the page once; every change in the workspace is fetched and drawn into it. */
function start(root: HTMLElement): void {
  let [user = '', channel = ''] = location.hash.slice(1).split('/');
  let tab: Tab = 'messages';
  let state: PageState | undefined;
  const suggestions = JSON.parse(document.body.dataset['suggestions'] ?? '{}') as Readonly<
    Record<string, readonly string[]>
  >;
  const seen = new Map<string, string>();

  const problem = el('div', { class: 'line-problem', role: 'alert', hidden: true });
  const sidebar = createSidebar({
    lookAs: (next) => look(next, ''),
    open: (next) => {
      showSidebar(false);
      look(user, next);
    },
  });
  const header = createConversationHeader(
    () => showSidebar(!root.classList.contains('sidebar-open')),
    (next) => chooseTab(next),
  );
  const list = createMessageList();
  const home = el('div', { class: 'home', 'data-form': true, tabindex: 0, 'aria-label': 'Home' });
  const composer = createComposer((text) => act('send', { user, channel: state?.open ?? '', text }));
  const modal = createModal({
    submit: (viewId, values) => act('submit', { user, where: viewId, state: values }),
    close: (viewId) => void act('close', { user, where: viewId }),
  });
  const main = el(
    'main',
    { class: 'conversation-pane', id: 'conversation' },
    header.element,
    problem,
    list.element,
    home,
    composer.element,
  );
  root.append(sidebar.element, el('div', { class: 'veil', onclick: () => showSidebar(false) }), main, modal.element);

  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !root.classList.contains('sidebar-open')) return;
    showSidebar(false);
    header.opener.focus();
  });

  const refresh = oneAtATime(async () => {
    draw(await fetchState(user, channel));
  });
  listen(refresh, (up) => showProblem(up ? '' : 'The line to the bot’s server is broken. Trying again…'));
  refresh();

  function draw(next: PageState): void {
    state = next;
    [user, channel] = [next.me, next.open];
    history.replaceState(null, '', `#${user}/${channel}`);
    const direct = next.conversations.find((one) => one.id === next.open)?.kind === 'direct';
    if (!direct) tab = 'messages';
    const key = (id: string): string => `${user} ${id}`;
    for (const one of next.conversations) {
      if (one.id === next.open || !seen.has(key(one.id))) seen.set(key(one.id), one.latest);
    }
    const unread = next.conversations.filter((one) => seen.get(key(one.id)) !== one.latest).map((one) => one.id);
    sidebar.update(next, new Set(unread));
    header.update(next, tab);
    list.element.hidden = tab === 'home';
    composer.element.hidden = tab === 'home';
    home.hidden = tab !== 'home';
    list.update(
      next,
      (where) => contextFor(where),
      renderIntro(next, suggestions[next.me] ?? [], (text) => composer.fill(text)),
    );
    drawHome(next.home);
    modal.update(next.modal, (view, entered) => ({ ...contextFor(view.id), errors: view.errors, entered }));
    const name = next.conversations.find((one) => one.id === next.open)?.name ?? '';
    composer.aim(
      direct ? name : `#${name}`,
      direct ? 'Enter sends' : `@${next.app.name} or /attendance asks; anything else is between people`,
    );
  }

  let homeShown = '';
  function drawHome(view: ViewShown | null): void {
    const signature = JSON.stringify([view, user]);
    if (signature === homeShown) return;
    homeShown = signature;
    const nothing = el('p', { class: 'quiet' }, 'Nothing here yet.');
    home.replaceChildren(...(view ? renderBlocks(view.blocks, contextFor(view.id)) : [nothing]));
  }

  function contextFor(where: string): BlockContext {
    const people = new Map(state?.people.map((person) => [person.id, person.name]));
    const channels = new Map(state?.conversations.map((one) => [one.id, one.name]));
    const names = { person: (id: string) => people.get(id) ?? id, channel: (id: string) => channels.get(id) ?? id };
    return { names, where, user, press: (pressed) => void press(pressed), errors: {}, entered: {} };
  }

  async function press({ where, blockId, actionId, value, control }: Pressed): Promise<void> {
    const form = control.closest('[data-form]');
    const values: FormState = form ? readForm(form) : {};
    control.setAttribute('aria-busy', 'true');
    showProblem(await act('press', { user, where, blockId, actionId, value, state: values }));
    control.removeAttribute('aria-busy');
  }

  async function act(action: ActionName, body: ActionBody): Promise<string> {
    const { message } = await send(action, body);
    refresh();
    return message;
  }

  function look(nextUser: string, nextChannel: string): void {
    [user, channel, tab] = [nextUser, nextChannel, 'messages'];
    refresh();
    composer.focus();
  }

  /** On a narrow page the sidebar lies over the conversation until something in it is chosen. */
  function showSidebar(open: boolean): void {
    root.classList.toggle('sidebar-open', open);
    header.opener.setAttribute('aria-expanded', String(open));
    if (open) sidebar.element.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  function chooseTab(next: Tab): void {
    tab = next;
    if (state) draw(state);
    if (next === 'home') void act('home', { user }).then(showProblem);
  }

  function showProblem(message: string): void {
    problem.textContent = message;
    problem.hidden = message === '';
  }
}
