import type { ConfirmShape } from './block-shapes.ts';
import { el } from './element.ts';
import { plain, renderText, type Names } from './render-text.ts';

/** Goes on at once where nothing is asked; else asks first, and goes on only at a yes. */
export function confirmed(ask: ConfirmShape | undefined, names: Names, goOn: () => void): void {
  if (!ask) return goOn();
  const style = ask.style === 'danger' ? 'danger' : 'primary';
  const answer = (value: 'yes' | 'no') => (): void => dialog.close(value);
  const dialog = el(
    'dialog',
    { class: 'dialog confirm', 'aria-labelledby': 'confirm-title' },
    el('h2', { id: 'confirm-title' }, plain(ask.title) || 'Are you sure?'),
    el('div', { class: 'text' }, ...renderText(ask.text, names)),
    el(
      'div',
      { class: 'dialog-actions' },
      el('button', { type: 'button', class: 'button', onclick: answer('no') }, plain(ask.deny) || 'Cancel'),
      el(
        'button',
        { type: 'button', class: `button ${style}`, onclick: answer('yes'), autofocus: true },
        plain(ask.confirm) || 'Yes',
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'yes') goOn();
  });
  return undefined;
}
