import type { ViewShown } from '../page-state.ts';
import type { FormState } from './api.ts';
import { el } from './element.ts';
import { isComplete, keepingFocus, readForm } from './form.ts';
import type { BlockContext } from './page-context.ts';
import { renderBlocks } from './render-blocks.ts';

export interface ModalActions {
  readonly submit: (viewId: string, state: FormState) => Promise<string>;
  readonly close: (viewId: string) => void;
}

export interface Modal {
  readonly element: HTMLElement;
  /** Shows this view, or nothing; what was typed into it stays when it is drawn anew. */
  update(view: ViewShown | null, contextOf: (view: ViewShown, entered: FormState) => BlockContext): void;
}

export function createModal(actions: ModalActions): Modal {
  const body = el('div', { class: 'modal-body', 'data-form': true });
  const title = el('h2', { id: 'modal-title' });
  const foot = el('div', { class: 'dialog-actions' });
  const problem = el('div', { class: 'error', role: 'alert' });
  const form = el(
    'form',
    { class: 'modal-form', novalidate: true, onsubmit: (event) => submit(event) },
    el(
      'div',
      { class: 'modal-head' },
      title,
      el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: () => close() }, '×'),
    ),
    body,
    problem,
    foot,
  );
  const element = el(
    'dialog',
    { class: 'dialog modal', 'aria-labelledby': 'modal-title', oncancel: (event) => cancel(event) },
    form,
  );
  let shown: ViewShown | null = null;
  let signature = '';

  function close(): void {
    if (shown) actions.close(shown.id);
  }

  function cancel(event: Event): void {
    event.preventDefault();
    close();
  }

  function submit(event: Event): void {
    event.preventDefault();
    const view = shown;
    const button = foot.querySelector<HTMLButtonElement>('[type=submit]');
    if (!view || !button || button.disabled || !isComplete(body)) return;
    void deliver(view.id, button);
  }

  async function deliver(viewId: string, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    problem.textContent = '';
    problem.textContent = await actions.submit(viewId, readForm(body));
    button.disabled = false;
  }

  return {
    element,
    update(view, contextOf) {
      const next = JSON.stringify(view);
      if (next === signature) return;
      signature = next;
      const entered = view !== null && view.id === shown?.id ? readForm(body) : {};
      const fresh = view?.id !== shown?.id;
      shown = view;
      if (!view) return element.close();
      title.textContent = view.title;
      problem.textContent = view.errors[''] ?? '';
      keepingFocus(body, () => body.replaceChildren(...renderBlocks(view.blocks, contextOf(view, entered))));
      foot.replaceChildren(
        el(
          'button',
          { type: 'button', class: 'button', onclick: () => close() },
          view.close ?? (view.submit === undefined ? 'Close' : 'Cancel'),
        ),
        ...(view.submit === undefined ? [] : [el('button', { type: 'submit', class: 'button primary' }, view.submit)]),
      );
      if (!element.open) element.showModal();
      if (fresh) body.querySelector<HTMLElement>('input, select, textarea')?.focus();
      else body.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return undefined;
    },
  };
}
