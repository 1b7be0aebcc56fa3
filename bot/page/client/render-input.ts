import type { ElementShape, OptionShape } from './block-shapes.ts';
import { el } from './element.ts';
import type { BlockContext } from './page-context.ts';
import { plain, renderText } from './render-text.ts';

/** A control that holds a value; `label` names it to assistive technology. */
export function renderInput(element: ElementShape, blockId: string, context: BlockContext, label: string): HTMLElement {
  const before = context.entered[blockId]?.[element.action_id];
  const shared = {
    'data-block': blockId,
    'data-action': element.action_id,
    'data-stateful': true,
    'aria-label': label,
    ...(context.errors[blockId] === undefined
      ? {}
      : { 'aria-invalid': 'true', 'aria-describedby': `error-${blockId}` }),
  };
  const chosen = (): readonly string[] => {
    if (before !== undefined) return typeof before === 'string' ? [before] : (before ?? []);
    return [element.initial_option, ...(element.initial_options ?? [])].flatMap((option) => option?.value ?? []);
  };
  switch (element.type) {
    case 'static_select':
      return renderSelect(element, shared, chosen()[0]);
    case 'checkboxes':
    case 'multi_static_select':
      return renderBoxes(element, shared, chosen(), context, 'checkbox');
    case 'radio_buttons':
      return renderBoxes(element, shared, chosen(), context, 'radio');
    case 'datepicker':
      return el('input', {
        ...shared,
        class: 'field',
        type: 'date',
        value: String(before ?? element.initial_date ?? ''),
      });
    default: {
      const limits = {
        class: 'field',
        placeholder: plain(element.placeholder) || undefined,
        minlength: element.min_length,
        maxlength: element.max_length ?? 3000,
      };
      const text = String(before ?? element.initial_value ?? '');
      if (element.multiline === true) return el('textarea', { ...shared, ...limits, rows: 6 }, text);
      return el('input', { ...shared, ...limits, type: 'text', value: text, autocomplete: 'off' });
    }
  }
}

type Shared = Readonly<Record<string, string | boolean>>;

function renderSelect(element: ElementShape, shared: Shared, chosen: string | undefined): HTMLElement {
  const option = (one: OptionShape): HTMLElement =>
    el('option', { value: one.value, selected: one.value === chosen }, plain(one.text));
  return el(
    'select',
    { ...shared, class: 'field select' },
    el('option', { value: '', selected: chosen === undefined }, plain(element.placeholder) || 'Choose an option'),
    ...(element.options ?? []).map(option),
    ...(element.option_groups ?? []).map((group) =>
      el('optgroup', { label: plain(group.label) }, ...group.options.map(option)),
    ),
  );
}

function renderBoxes(
  element: ElementShape,
  shared: Shared,
  chosen: readonly string[],
  context: BlockContext,
  type: 'checkbox' | 'radio',
): HTMLElement {
  const name = `${String(shared['data-block'])}-${element.action_id}`;
  const options = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  return el(
    'div',
    {
      ...shared,
      class: 'boxes',
      role: type === 'radio' ? 'radiogroup' : 'group',
      'data-many': type === 'checkbox' ? 'yes' : 'no',
    },
    ...options.map((option) =>
      el(
        'label',
        { class: 'box' },
        el('input', { type, name, value: option.value, checked: chosen.includes(option.value) }),
        el(
          'span',
          {},
          ...renderText(option.text, context.names),
          option.description && el('small', {}, ...renderText(option.description, context.names)),
        ),
      ),
    ),
  );
}
