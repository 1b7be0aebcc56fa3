import type { FormState } from './api.ts';
import { readValue } from './render-element.ts';

/** What every control inside holds, by block and action. */
export function readForm(container: ParentNode): FormState {
  const values: Record<string, Record<string, ReturnType<typeof readValue>>> = {};
  for (const control of container.querySelectorAll<HTMLElement>('[data-stateful]')) {
    const { block = '', action = '' } = control.dataset;
    (values[block] ??= {})[action] = readValue(control);
  }
  return values;
}

/** Says what still has to be answered, in its place; true when nothing has. */
export function isComplete(container: ParentNode): boolean {
  const values = readForm(container);
  const empty = [...container.querySelectorAll<HTMLElement>('[data-required]')].filter((block) => {
    const answers = Object.values(values[block.dataset['required'] ?? ''] ?? {});
    const missing = answers.some((answer) => answer === null || answer.length === 0);
    const error = block.querySelector('.error');
    if (error) error.textContent = missing ? 'Please fill this in.' : '';
    return missing;
  });
  empty[0]?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  return empty.length === 0;
}

/** Runs a change of the page and puts the focus back on the control of the same name, if it was drawn anew. */
export function keepingFocus(container: ParentNode, change: () => void): void {
  const focused = document.activeElement;
  const inside = focused instanceof HTMLElement && container.contains(focused) ? focused : undefined;
  const { block, action, value } = inside?.closest<HTMLElement>('[data-action]')?.dataset ?? {};
  change();
  if (!inside || inside.isConnected || action === undefined) return;
  const again = [...container.querySelectorAll<HTMLElement>('[data-action]')].find(
    (control) =>
      control.dataset['block'] === block && control.dataset['action'] === action && control.dataset['value'] === value,
  );
  again?.focus();
}
