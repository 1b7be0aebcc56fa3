import { statefulElements } from '../block-kit/check-element.ts';
import { isFields, type Fields } from '../block-kit/problems.ts';
import type { Block } from '../model/messages.ts';

/**
 * What a person has entered, by block and action: the text, the date, or the value of the option chosen;
 * an array of values where several may be chosen; null where they have cleared it.
 */
export type ElementValues = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>;
export type ElementValue = string | readonly string[] | null;

/** An element that can be acted on, with the block it stands in. */
export interface PlacedElement {
  readonly block: Block;
  readonly element: Fields & { readonly type: string; readonly action_id: string };
}

/** Every element of these blocks that a person can press, choose from or type into. */
export function elementsIn(blocks: readonly Block[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => {
    const inside: unknown[] = Array.isArray(block['elements']) ? block['elements'] : [];
    return [block['element'], block['accessory'], ...inside].flatMap((element) => {
      if (!isFields(element) || typeof element['action_id'] !== 'string' || typeof element['type'] !== 'string')
        return [];
      return [{ block, element: { ...element, type: element['type'], action_id: element['action_id'] } }];
    });
  });
}

/** `state.values` as Slack sends it: what was entered, else what the app had put there, by block and action. */
export function valuesOf(blocks: readonly Block[], given: ElementValues): Fields {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block, element } of elementsIn(blocks)) {
    if (!statefulElements.includes(element.type)) continue;
    const entered = given[block.block_id]?.[element.action_id];
    (values[block.block_id] ??= {})[element.action_id] = valueOf(
      element,
      entered === undefined ? initialOf(element) : entered,
    );
  }
  return values;
}

/** One element's value in Slack's form, for `state.values` or an action. */
export function valueOf(element: PlacedElement['element'], entered: ElementValue): Fields {
  const { type } = element;
  const one = typeof entered === 'string' && entered !== '' ? entered : undefined;
  switch (type) {
    case 'plain_text_input':
      return { type, value: one ?? null };
    case 'datepicker':
      return { type, selected_date: one ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return {
        type,
        selected_options: (Array.isArray(entered) ? entered : one ? [one] : []).map((v) => option(element, v)),
      };
    default:
      return { type, selected_option: one === undefined ? null : option(element, one) };
  }
}

/** Blocks that must be answered and are not: Slack's own client does not send such a form. */
export function unanswered(blocks: readonly Block[], given: ElementValues): readonly string[] {
  return blocks.flatMap((block) => {
    const element = block['element'];
    if (block.type !== 'input' || block['optional'] === true || !isFields(element)) return [];
    const entered = given[block.block_id]?.[String(element['action_id'])];
    const value = entered === undefined ? initialOf(element) : entered;
    return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? [block.block_id] : [];
  });
}

function initialOf(element: Fields): ElementValue {
  const initial =
    element['initial_value'] ?? element['initial_date'] ?? element['initial_option'] ?? element['initial_options'];
  if (typeof initial === 'string') return initial;
  if (Array.isArray(initial)) return initial.filter(isFields).map((each) => String(each['value']));
  return isFields(initial) ? String(initial['value']) : null;
}

function option(element: Fields, value: string): Fields {
  const groups: unknown[] = Array.isArray(element['option_groups']) ? element['option_groups'] : [element];
  for (const group of groups) {
    if (!isFields(group) || !Array.isArray(group['options'])) continue;
    const found: unknown = group['options'].find((each: unknown) => isFields(each) && each['value'] === value);
    if (isFields(found)) return { text: found['text'], value };
  }
  throw new Error(`There is no option with the value ${value} to choose.`);
}
