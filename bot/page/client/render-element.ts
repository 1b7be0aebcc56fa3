import type { ElementShape } from './block-shapes.ts';
import { confirmed } from './confirm.ts';
import { el } from './element.ts';
import { renderImage } from './render-file.ts';
import { renderInput } from './render-input.ts';
import { renderOverflow } from './render-overflow.ts';
import type { BlockContext } from './page-context.ts';
import { plain } from './render-text.ts';
import type { ElementValue } from '../../stand-in/index.ts';

/** A button, menu, or other control of a block. Outside a form, choosing is pressing. */
export function renderElement(
  element: ElementShape,
  blockId: string,
  context: BlockContext,
  label: string,
): HTMLElement {
  const press = (control: HTMLElement, value: ElementValue): void => {
    confirmed(element.confirm, context.names, () =>
      context.press({ where: context.where, blockId, actionId: element.action_id, value, control }),
    );
  };
  switch (element.type) {
    case 'button':
      return renderButton(element, blockId, press);
    case 'overflow':
      return renderOverflow(element, blockId, press);
    case 'image':
      return renderImage(element, context, 'thumbnail');
    default: {
      const input = renderInput(element, blockId, context, label);
      input.addEventListener('change', () => {
        const value = readValue(input);
        if (value !== null) press(input, value);
      });
      return input;
    }
  }
}

function renderButton(
  element: ElementShape,
  blockId: string,
  press: (control: HTMLElement, value: ElementValue) => void,
): HTMLElement {
  const shared = {
    class: `button ${element.style ?? ''}`,
    'aria-label': element.accessibility_label,
    'data-block': blockId,
    'data-action': element.action_id,
    'data-value': element.value,
  };
  if (element.url !== undefined && /^https?:\/\//i.test(element.url)) {
    const link = { ...shared, href: element.url, target: '_blank', rel: 'noopener noreferrer' };
    const anchor = el('a', { ...link, onclick: () => press(anchor, element.value ?? null) }, plain(element.text));
    return anchor;
  }
  const button = el(
    'button',
    { ...shared, type: 'button', onclick: () => press(button, element.value ?? null) },
    plain(element.text),
  );
  return button;
}

/** What a control holds now: text, one option's value, several, or null. */
export function readValue(control: HTMLElement): ElementValue {
  if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) return control.value || null;
  if (control instanceof HTMLInputElement) return control.value || null;
  const boxes = [...control.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value);
  return control.dataset['many'] === 'yes' ? boxes : (boxes[0] ?? null);
}
