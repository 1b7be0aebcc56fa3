import { expect, test } from 'vitest';
import { checkBlocks, checkView } from '../../../bot/stand-in/index.ts';

const long = (length: number): string => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = (more = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: unknown[]) => [{ type: 'actions', elements }];
const section = (more: object) => [{ type: 'section', ...more }];
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ text: plain(`o${at}`), value: `${at}` }));
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const divider = { type: 'divider' };
const input = { type: 'input', label: plain('Why'), element: { type: 'plain_text_input' } };

const problems = (blocks: unknown): string[] =>
  checkBlocks(blocks, 'message').map((one) => `${one.pointer}: ${one.message}`);

test.each<[string, unknown]>([
  ['a section of 3000 characters', section({ text: mrkdwn(long(3000)) })],
  ['ten fields of 2000 characters', section({ fields: times(10, () => mrkdwn(long(2000))) })],
  ['fifty blocks', times(50, () => divider)],
  ['25 elements', actions(...times(25, (at) => button({ action_id: `a${at}` })))],
  [
    'a button at its limits',
    actions(button({ text: plain(long(75)), value: long(2000), action_id: long(255), style: 'danger' })),
  ],
  ['a menu of 100', actions({ type: 'static_select', placeholder: plain('Choose'), options: options(100) })],
  [
    'groups of options',
    actions({ type: 'static_select', option_groups: [{ label: plain('G'), options: options(2) }] }),
  ],
  ['an overflow of five', section({ text: mrkdwn('x'), accessory: { type: 'overflow', options: options(5) } })],
  ['an input', [input]],
  ['a header of 150 characters', [{ type: 'header', text: plain(long(150)) }]],
  [
    'a picture in a context',
    [
      {
        type: 'context',
        elements: [{ type: 'image', image_url: 'https://a.example/b.png', alt_text: 'b' }, mrkdwn('x')],
      },
    ],
  ],
  ['a picture that was uploaded', [{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'b' }]],
  ['no blocks', []],
])('%s may be posted', (_name, blocks) => {
  expect(problems(blocks)).toEqual([]);
});

test.each<[string, unknown, readonly string[]]>([
  [
    'a section of 3001',
    section({ text: mrkdwn(long(3001)) }),
    ['/blocks/0/text/text: must be less than 3001 characters'],
  ],
  ['an empty section', section({ text: mrkdwn('') }), ['/blocks/0/text/text: must be more than 0 characters']],
  ['a section of nothing', section({}), ['/blocks/0: missing required field: text']],
  ['a text that is a string', section({ text: 'hello' }), ['/blocks/0/text: must provide an object']],
  [
    'eleven fields',
    section({ fields: times(11, () => mrkdwn('x')) }),
    ['/blocks/0/fields: no more than 10 items allowed'],
  ],
  [
    'a long field',
    section({ fields: [mrkdwn('a'), mrkdwn(long(2001))] }),
    ['/blocks/0/fields/1/text: must be less than 2001 characters'],
  ],
  ['51 blocks', times(51, () => divider), ['/blocks: no more than 50 items allowed']],
  ['a block of no kind', [{ type: 'sectoin', text: mrkdwn('x') }], ['/blocks/0: unsupported type: sectoin']],
  ['something that is no block', [divider, 'x'], ['/blocks/1: must provide an object']],
  ['no list', 'x', ['/blocks: must be an array']],
  ['a property too many', [{ ...divider, text: plain('x') }], ['/blocks/0: invalid additional property: text']],
  [
    'mrkdwn on a button',
    actions(button({ text: mrkdwn('x') })),
    ['/blocks/0/elements/0/text/type: must be one of: plain_text'],
  ],
  [
    'a long button',
    actions(button({ text: plain(long(76)) })),
    ['/blocks/0/elements/0/text/text: must be less than 76 characters'],
  ],
  [
    'a long value',
    actions(button({ value: long(2001) })),
    ['/blocks/0/elements/0/value: must be less than 2001 characters'],
  ],
  [
    'a long action id',
    actions(button({ action_id: long(256) })),
    ['/blocks/0/elements/0/action_id: must be less than 256 characters'],
  ],
  [
    'a style there is not',
    actions(button({ style: 'green' })),
    ['/blocks/0/elements/0/style: must be one of: primary, danger'],
  ],
  ['26 elements', actions(...times(26, () => button())), ['/blocks/0/elements: no more than 25 items allowed']],
  [
    'one action id twice',
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    ['/blocks/0/elements/1: `action_id` "a" already exists for block'],
  ],
  [
    'one block id twice',
    [
      { ...divider, block_id: 'b' },
      { ...divider, block_id: 'b' },
    ],
    ['/blocks/1/block_id: `block_id` "b" already exists'],
  ],
  [
    'a text input among actions',
    actions({ type: 'plain_text_input' }),
    ['/blocks/0/elements/0: unsupported type: plain_text_input'],
  ],
  [
    'a button in a context',
    [{ type: 'context', elements: [button()] }],
    ['/blocks/0/elements/0: unsupported type: button'],
  ],
  [
    'eleven in a context',
    [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
    ['/blocks/0/elements: no more than 10 items allowed'],
  ],
  [
    'a menu of 101',
    actions({ type: 'static_select', options: options(101) }),
    ['/blocks/0/elements/0/options: no more than 100 items allowed'],
  ],
  [
    'a menu of none',
    actions({ type: 'static_select', options: [] }),
    ['/blocks/0/elements/0/options: no fewer than 1 items allowed'],
  ],
  [
    'an option without a value',
    actions({ type: 'static_select', options: [{ text: plain('a') }] }),
    ['/blocks/0/elements/0/options/0: missing required field: value'],
  ],
  [
    'a long question',
    actions(button({ confirm: { text: mrkdwn(long(301)) } })),
    ['/blocks/0/elements/0/confirm/text/text: must be less than 301 characters'],
  ],
  [
    'a picture from nowhere',
    [{ type: 'image', alt_text: 'x' }],
    ['/blocks/0: must provide exactly one of: image_url, slack_file'],
  ],
  [
    'a picture nobody describes',
    [{ type: 'image', slack_file: { id: 'F1' } }],
    ['/blocks/0: missing required field: alt_text'],
  ],
  [
    'a list of no style',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_list', elements: [] }] }],
    ['/blocks/0/elements/0/style: must be one of: bullet, ordered'],
  ],
])('%s is refused', (_name, blocks, expected) => {
  expect(problems(blocks)).toEqual(expected);
});

const modal = { type: 'modal', title: plain('Letter'), blocks: [divider] };

test.each<[string, unknown, readonly string[]]>([
  ['a modal', modal, []],
  ['a modal of 100 blocks', { ...modal, blocks: times(100, () => divider) }, []],
  [
    'a modal of 101 blocks',
    { ...modal, blocks: times(101, () => divider) },
    ['/view/blocks: no more than 100 items allowed'],
  ],
  ['a title of 25', { ...modal, title: plain(long(25)) }, ['/view/title/text: must be less than 25 characters']],
  ['no title', { type: 'modal', blocks: [] }, ['/view: missing required field: title']],
  ['a full private_metadata', { ...modal, private_metadata: long(3000) }, []],
  [
    'too long a private_metadata',
    { ...modal, private_metadata: long(3001) },
    ['/view/private_metadata: must be less than 3001 characters'],
  ],
  [
    'an input nobody can submit',
    { ...modal, blocks: [input] },
    ['/view: missing required field: submit (the view has an input block)'],
  ],
  ['a place in a block', { ...modal, blocks: section({}) }, ['/view/blocks/0: missing required field: text']],
  ['no blocks', { type: 'modal', title: plain('x') }, ['/view: missing required field: blocks']],
  ['a home view', { type: 'home', blocks: [] }, ['/view/type: must be modal', '/view: missing required field: title']],
])('%s', (_name, view, expected) => {
  expect(checkView(view, 'modal').map((one) => `${one.pointer}: ${one.message}`)).toEqual(expected);
});
