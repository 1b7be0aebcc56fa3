import { checkBlocks } from '../block-kit/check-blocks.ts';
import { checkView } from '../block-kit/check-view.ts';
import { isFields, printProblem, type BlockProblem, type Fields } from '../block-kit/problems.ts';
import type { Ids } from '../model/ids.ts';
import type { Block } from '../model/messages.ts';
import { viewContent, type ViewContent } from '../model/views.ts';
import { Refusal, structured } from './method.ts';

/** The blocks of a message, checked and with their ids filled in; refuses as `invalid_blocks`. */
export function acceptBlocks(args: Fields, ids: Ids): readonly Block[] {
  const blocks = structured(args, 'blocks', 'invalid_blocks_format');
  if (blocks === undefined || blocks === null) return [];
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  refuseIf('invalid_blocks', checkBlocks(blocks, 'message'));
  return blocks.filter(isFields).map((block) => withIds(block, ids));
}

/** A modal or a home view, checked; refuses as `invalid_arguments`. */
export function acceptView(args: Fields, kind: 'modal' | 'home', ids: Ids): ViewContent {
  const view = structured(args, 'view', 'invalid_arguments');
  refuseIf('invalid_arguments', checkView(view, kind));
  if (!isFields(view) || !Array.isArray(view['blocks'])) throw new Refusal('invalid_arguments');
  return viewContent(
    view,
    view['blocks'].filter(isFields).map((block) => withIds(block, ids)),
  );
}

function refuseIf(error: string, problems: readonly BlockProblem[]): void {
  if (problems.length > 0) throw new Refusal(error, problems.map(printProblem));
}

/** Slack gives a `block_id` and an `action_id` to whatever came without. */
function withIds(block: Fields, ids: Ids): Block {
  const withAction = (element: unknown): unknown =>
    isFields(element) && element['action_id'] === undefined && interactive.has(String(element['type']))
      ? { ...element, action_id: ids.id('a') }
      : element;
  const filled: Record<string, unknown> = { ...block };
  if (block['type'] === 'actions' && Array.isArray(block['elements']))
    filled['elements'] = block['elements'].map(withAction);
  if (block['type'] === 'section' && block['accessory'] !== undefined)
    filled['accessory'] = withAction(block['accessory']);
  if (block['type'] === 'input') filled['element'] = withAction(block['element']);
  const id = block['block_id'];
  return { ...filled, type: String(block['type']), block_id: typeof id === 'string' ? id : ids.id('b') };
}

const interactive: ReadonlySet<string> = new Set([
  'button',
  'overflow',
  'static_select',
  'multi_static_select',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'plain_text_input',
]);
