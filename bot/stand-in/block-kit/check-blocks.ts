import { checkElement, checkImageSource } from './check-element.ts';
import { limits } from './limits.ts';
import { createChecker, isFields, type BlockProblem, type Checker, type Fields } from './problems.ts';
import { checkRichText } from './check-rich-text.ts';

export type Surface = 'message' | 'view';

/**
 * What Slack would refuse in these blocks, in the order they stand; nothing when they may be posted.
 * Knows the blocks the page can show; any other type is refused by name, so that nothing is lost in silence.
 */
export function checkBlocks(blocks: unknown, surface: Surface, pointer = ''): readonly BlockProblem[] {
  const check = createChecker();
  const max = surface === 'message' ? limits.blocksPerMessage : limits.blocksPerView;
  const seen = new Set<string>();
  check.list({ blocks }, 'blocks', pointer, { min: 0, max }, (block, at) => {
    checkBlock(check, block, at);
    const id = block['block_id'];
    if (typeof id === 'string' && seen.has(id)) check.say(`${at}/block_id`, `\`block_id\` "${id}" already exists`);
    if (typeof id === 'string') seen.add(id);
  });
  return check.problems;
}

function checkBlock(check: Checker, block: Fields, pointer: string): void {
  const type = block['type'];
  if (typeof type !== 'string') return check.say(pointer, 'missing required field: type');
  const kind = kinds[type];
  if (!kind) return check.say(pointer, `unsupported type: ${type}`);
  check.only(block, pointer, ['type', 'block_id', ...kind.fields]);
  check.string(block, 'block_id', pointer, limits.blockId);
  kind.check(check, block, pointer);
}

interface BlockKind {
  readonly fields: readonly string[];
  readonly check: (check: Checker, block: Fields, pointer: string) => void;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  divider: { fields: [], check: () => undefined },
  header: {
    fields: ['text', 'level'],
    check: (check, block, pointer) => check.text(block, 'text', pointer, limits.headerText, ['plain_text'], true),
  },
  section: {
    fields: ['text', 'fields', 'accessory', 'expand'],
    check(check, block, pointer) {
      check.text(block, 'text', pointer, limits.sectionText, ['plain_text', 'mrkdwn'], block['fields'] === undefined);
      if (block['fields'] !== undefined) {
        check.list(block, 'fields', pointer, { min: 1, max: limits.sectionFields }, (field, at) => {
          check.textAt(field, at, limits.fieldText, ['plain_text', 'mrkdwn']);
        });
      }
      if (block['accessory'] === undefined) return;
      if (isFields(block['accessory'])) checkElement(check, block['accessory'], `${pointer}/accessory`, 'section');
      else check.say(`${pointer}/accessory`, 'must provide an object');
    },
  },
  context: {
    fields: ['elements'],
    check: (check, block, pointer) =>
      check.list(block, 'elements', pointer, { min: 1, max: limits.contextElements }, (element, at) =>
        checkElement(check, element, at, 'context'),
      ),
  },
  actions: {
    fields: ['elements'],
    check(check, block, pointer) {
      const seen = new Set<unknown>();
      check.list(block, 'elements', pointer, { min: 1, max: limits.actionsElements }, (element, at) => {
        checkElement(check, element, at, 'actions');
        const id = element['action_id'];
        if (typeof id === 'string' && seen.has(id)) check.say(at, `\`action_id\` "${id}" already exists for block`);
        seen.add(id);
      });
    },
  },
  image: {
    fields: ['image_url', 'slack_file', 'alt_text', 'title'],
    check(check, block, pointer) {
      checkImageSource(check, block, pointer, ['type', 'block_id', 'alt_text', 'title']);
      check.text(block, 'title', pointer, limits.imageTitle, ['plain_text']);
    },
  },
  input: {
    fields: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check(check, block, pointer) {
      check.text(block, 'label', pointer, limits.inputLabel, ['plain_text'], true);
      check.text(block, 'hint', pointer, limits.inputHint, ['plain_text']);
      if (isFields(block['element'])) checkElement(check, block['element'], `${pointer}/element`, 'input');
      else check.say(pointer, 'missing required field: element');
    },
  },
  rich_text: { fields: ['elements'], check: checkRichText },
};
