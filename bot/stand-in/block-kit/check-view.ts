import { checkBlocks } from './check-blocks.ts';
import { limits } from './limits.ts';
import { createChecker, isFields, type BlockProblem } from './problems.ts';

const viewFields = [
  'type',
  'title',
  'blocks',
  'close',
  'submit',
  'private_metadata',
  'callback_id',
  'clear_on_close',
  'notify_on_close',
  'external_id',
  'submit_disabled',
];

/** What Slack would refuse in a modal or a home view. */
export function checkView(view: unknown, type: 'modal' | 'home'): readonly BlockProblem[] {
  const check = createChecker();
  if (!isFields(view)) return [{ pointer: '/view', message: 'must provide an object' }];
  check.only(view, '/view', viewFields);
  if (view['type'] !== type) check.say('/view/type', `must be ${type}`);
  if (type === 'modal') check.text(view, 'title', '/view', limits.viewTitle, ['plain_text'], true);
  check.text(view, 'submit', '/view', limits.viewButton, ['plain_text']);
  check.text(view, 'close', '/view', limits.viewButton, ['plain_text']);
  check.string(view, 'callback_id', '/view', limits.callbackId);
  check.string(view, 'external_id', '/view', limits.callbackId);
  if (view['private_metadata'] !== '') check.string(view, 'private_metadata', '/view', limits.privateMetadata);
  const blocks: unknown = view['blocks'];
  if (blocks === undefined) return [...check.problems, { pointer: '/view', message: 'missing required field: blocks' }];
  const asks = Array.isArray(blocks) && blocks.some((block) => isFields(block) && block['type'] === 'input');
  if (type === 'modal' && asks && view['submit'] === undefined) {
    check.say('/view', 'missing required field: submit (the view has an input block)');
  }
  return [...check.problems, ...checkBlocks(blocks, 'view', '/view')];
}
