import { limits } from './limits.ts';
import { isFields, type Checker, type Fields, type TextKind } from './problems.ts';

const plain: readonly TextKind[] = ['plain_text'];
const either: readonly TextKind[] = ['plain_text', 'mrkdwn'];

/** Elements that hold a choice or a text the person makes, and so appear in `state.values`. */
export const statefulElements: readonly string[] = [
  'plain_text_input',
  'static_select',
  'multi_static_select',
  'checkboxes',
  'radio_buttons',
  'datepicker',
];

/** Where each kind of element may stand, after the "compatible blocks" of Slack's reference. */
export const elementsOf: Readonly<Record<'section' | 'actions' | 'input' | 'context', readonly string[]>> = {
  section: [
    'button',
    'overflow',
    'image',
    'static_select',
    'multi_static_select',
    'checkboxes',
    'radio_buttons',
    'datepicker',
  ],
  actions: ['button', 'overflow', 'static_select', 'multi_static_select', 'checkboxes', 'radio_buttons', 'datepicker'],
  input: statefulElements,
  context: ['image', 'plain_text', 'mrkdwn'],
};

/** Checks one element of a block; what stands in the wrong kind of block is named by its type. */
export function checkElement(check: Checker, element: Fields, pointer: string, inside: keyof typeof elementsOf): void {
  const type = element['type'];
  if (typeof type !== 'string') return check.say(pointer, 'missing required field: type');
  if (!elementsOf[inside].includes(type)) return check.say(pointer, `unsupported type: ${type}`);
  if (type === 'plain_text' || type === 'mrkdwn') {
    return check.textAt(element, pointer, limits.contextText, either);
  }
  if (type === 'image') return checkImageSource(check, element, pointer, ['type', 'alt_text']);
  check.string(element, 'action_id', pointer, limits.actionId);
  if (element['confirm'] !== undefined) checkConfirm(check, element['confirm'], `${pointer}/confirm`);
  kinds[type]?.(check, element, pointer);
}

type ElementCheck = (check: Checker, element: Fields, pointer: string) => void;

const shared = ['type', 'action_id', 'confirm', 'focus_on_load'];

const kinds: Readonly<Record<string, ElementCheck>> = {
  button(check, element, pointer) {
    check.only(element, pointer, [
      'type',
      'action_id',
      'confirm',
      'text',
      'value',
      'url',
      'style',
      'accessibility_label',
    ]);
    check.text(element, 'text', pointer, limits.buttonText, plain, true);
    check.string(element, 'value', pointer, limits.buttonValue);
    check.string(element, 'url', pointer, limits.url);
    check.string(element, 'accessibility_label', pointer, limits.buttonText);
    const style = element['style'];
    if (style !== undefined && style !== 'primary' && style !== 'danger') {
      check.say(`${pointer}/style`, 'must be one of: primary, danger');
    }
  },
  overflow(check, element, pointer) {
    check.only(element, pointer, ['type', 'action_id', 'confirm', 'options']);
    checkOptions(check, element, pointer, 1, limits.overflowOptions, plain, ['url']);
  },
  static_select: checkSelect,
  multi_static_select: checkSelect,
  checkboxes(check, element, pointer) {
    check.only(element, pointer, [...shared, 'options', 'initial_options']);
    checkOptions(check, element, pointer, 1, limits.checkedOptions, either);
  },
  radio_buttons(check, element, pointer) {
    check.only(element, pointer, [...shared, 'options', 'initial_option']);
    checkOptions(check, element, pointer, 1, limits.checkedOptions, either);
  },
  datepicker(check, element, pointer) {
    check.only(element, pointer, [...shared, 'placeholder', 'initial_date']);
    check.text(element, 'placeholder', pointer, limits.placeholder, plain);
    const date = element['initial_date'];
    if (date !== undefined && !(typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date))) {
      check.say(`${pointer}/initial_date`, 'must be a date in the form YYYY-MM-DD');
    }
  },
  plain_text_input(check, element, pointer) {
    const own = ['initial_value', 'multiline', 'min_length', 'max_length', 'placeholder', 'dispatch_action_config'];
    check.only(element, pointer, [...shared, ...own]);
    check.text(element, 'placeholder', pointer, limits.placeholder, plain);
    const longest = typeof element['max_length'] === 'number' ? element['max_length'] : limits.inputText;
    if (longest > limits.inputText) check.say(`${pointer}/max_length`, `must be less than ${limits.inputText + 1}`);
    if (element['initial_value'] !== '') check.string(element, 'initial_value', pointer, longest);
  },
};

function checkSelect(check: Checker, element: Fields, pointer: string): void {
  const own = ['placeholder', 'options', 'option_groups', 'initial_option', 'initial_options', 'max_selected_items'];
  check.only(element, pointer, [...shared, ...own]);
  check.text(element, 'placeholder', pointer, limits.placeholder, plain);
  if (element['option_groups'] === undefined) return checkOptions(check, element, pointer, 1, limits.options, plain);
  check.list(element, 'option_groups', pointer, { min: 1, max: limits.options }, (group, at) => {
    check.text(group, 'label', at, limits.optionText, plain, true);
    checkOptions(check, group, at, 0, limits.options, plain);
  });
}

function checkOptions(
  check: Checker,
  element: Fields,
  pointer: string,
  min: number,
  max: number,
  text: readonly TextKind[],
  more: readonly string[] = [],
): void {
  check.list(element, 'options', pointer, { min, max }, (option, at) => {
    check.only(option, at, ['text', 'value', 'description', ...more]);
    check.text(option, 'text', at, limits.optionText, text, true);
    check.string(option, 'value', at, limits.optionValue, true);
    check.text(option, 'description', at, limits.optionText, text);
  });
}

function checkConfirm(check: Checker, confirm: unknown, pointer: string): void {
  if (!isFields(confirm)) return check.say(pointer, 'must provide an object');
  check.only(confirm, pointer, ['title', 'text', 'confirm', 'deny', 'style']);
  check.text(confirm, 'title', pointer, limits.confirmTitle, plain);
  check.text(confirm, 'text', pointer, limits.confirmText, either, true);
  check.text(confirm, 'confirm', pointer, limits.confirmButton, plain);
  check.text(confirm, 'deny', pointer, limits.confirmButton, plain);
}

/** An image names its source one way: a public URL, or a file already in Slack. */
export function checkImageSource(check: Checker, image: Fields, pointer: string, more: readonly string[]): void {
  check.only(image, pointer, ['image_url', 'slack_file', ...more]);
  check.string(image, 'alt_text', pointer, limits.altText, true);
  check.string(image, 'image_url', pointer, limits.url);
  const file = image['slack_file'];
  if ((image['image_url'] === undefined) === (file === undefined)) {
    check.say(pointer, 'must provide exactly one of: image_url, slack_file');
  }
  if (file !== undefined && !(isFields(file) && (typeof file['id'] === 'string' || typeof file['url'] === 'string'))) {
    check.say(`${pointer}/slack_file`, 'must provide exactly one of: id, url');
  }
}
