import type { PageState } from '../page-state.ts';
import { el } from './element.ts';
import { avatar } from './messages.ts';

/** What stands above the first message: where this is, and questions to begin with. */
export function renderIntro(
  state: PageState,
  suggestions: readonly string[],
  ask: (text: string) => void,
): HTMLElement {
  const open = state.conversations.find((one) => one.id === state.open);
  if (open?.kind !== 'direct') {
    const words =
      open?.withApp === true
        ? `${state.app.name} is in this channel.`
        : `${state.app.name} is not in this channel; /attendance still answers you alone.`;
    return el(
      'div',
      { class: 'intro-card' },
      el('h2', {}, `# ${open?.name ?? ''}`),
      el('p', { class: 'quiet' }, words),
    );
  }
  return el(
    'div',
    { class: 'intro-card' },
    el('div', { class: 'intro-head' }, avatar(state.app.name, state.app.id, 'app'), el('h2', {}, state.app.name)),
    el('p', { class: 'quiet' }, `${state.app.description}. Only you and ${state.app.name} see this conversation.`),
    suggestions.length > 0 &&
      el(
        'div',
        { class: 'suggestions', role: 'group', 'aria-label': 'Questions to begin with' },
        ...suggestions.map((text) =>
          el('button', { type: 'button', class: 'suggestion', onclick: () => ask(text) }, text),
        ),
      ),
  );
}
