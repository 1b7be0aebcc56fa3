import { el } from './element.ts';

export interface Composer {
  readonly element: HTMLElement;
  /** Where a message would go, as the placeholder and the label say it. */
  aim(place: string, hint: string): void;
  fill(text: string): void;
  focus(): void;
}

/** Enter sends, Shift and Enter breaks the line. What could not be sent is put back. */
export function createComposer(send: (text: string) => Promise<string>): Composer {
  const status = el('div', { class: 'composer-status', role: 'status' });
  const hint = el('div', { class: 'composer-hint', id: 'composer-hint' });
  const input = el('textarea', {
    class: 'composer-input',
    rows: 1,
    'aria-describedby': 'composer-hint',
    oninput: () => grow(),
    onkeydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    },
  });
  const button = el('button', { type: 'button', class: 'button primary send', onclick: () => submit() }, 'Send');

  function grow(): void {
    input.rows = Math.min(6, input.value.split('\n').length);
    button.toggleAttribute('disabled', input.value.trim() === '');
  }

  function submit(): void {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    status.textContent = '';
    grow();
    void deliver(text);
  }

  async function deliver(text: string): Promise<void> {
    const problem = await send(text);
    status.textContent = problem;
    if (problem !== '' && input.value === '') input.value = text;
    grow();
  }

  grow();
  return {
    element: el('div', { class: 'composer' }, status, el('div', { class: 'composer-box' }, input, button), hint),
    aim(place, words) {
      input.placeholder = `Message ${place}`;
      input.setAttribute('aria-label', `Message ${place}`);
      hint.textContent = words;
    },
    fill(text) {
      input.value = text;
      grow();
      input.focus();
    },
    focus: () => input.focus(),
  };
}
