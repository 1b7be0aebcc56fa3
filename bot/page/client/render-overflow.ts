import type { ElementValue } from '../../stand-in/index.ts';
import type { ElementShape } from './block-shapes.ts';
import { el } from './element.ts';
import { plain } from './render-text.ts';

/** The three dots: a menu opened by click, Enter or arrow down, walked by arrows, left by Escape. */
export function renderOverflow(
  element: ElementShape,
  blockId: string,
  press: (control: HTMLElement, value: ElementValue) => void,
): HTMLElement {
  const close = (focus: boolean): void => {
    menu.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    if (focus) opener.focus();
  };
  const items = (element.options ?? []).map((option) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: 'menu-item',
        'data-value': option.value,
        onclick: () => {
          close(true);
          press(opener, option.value);
        },
      },
      plain(option.text),
    ),
  );
  const menu = el('div', { class: 'menu', role: 'menu', hidden: true }, ...items);
  const opener = el(
    'button',
    {
      type: 'button',
      class: 'button dots',
      'aria-label': 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-block': blockId,
      'data-action': element.action_id,
      onclick: () => {
        menu.hidden = !menu.hidden;
        opener.setAttribute('aria-expanded', String(!menu.hidden));
        if (!menu.hidden) items[0]?.focus();
      },
    },
    '⋯',
  );
  const walk = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'Escape' && !menu.hidden) close(true);
    else if (event.key === 'ArrowDown' && menu.hidden) opener.click();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    if (!(to instanceof Node && whole.contains(to))) close(false);
  };
  const whole = el('div', { class: 'overflow', onkeydown: walk, onfocusout: leave }, opener, menu);
  return whole;
}
