import type { KnownBlock, ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });

/** An answer of the kind the bot gives. */
export const findingBlocks: KnownBlock[] = [
  { type: 'header', text: plain('Amira Khan, 5B: Serious concerns') },
  {
    type: 'section',
    text: mrkdwn('Since *12 March 2024*, because of *7.5* days absent this year.'),
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [
        { text: plain('Show every mark'), value: 'marks' },
        { text: plain('What if…'), value: 'what-if' },
      ],
    },
  },
  {
    type: 'section',
    fields: [
      mrkdwn('*Next stage*\nFormal warning, in 2.5 more days'),
      mrkdwn('*Register to*\n28 March 2024, afternoon'),
      mrkdwn('*Attendance*\n91.2%'),
      mrkdwn('*Policy*\n_Widnes_, in force since 2023-09-01'),
    ],
  },
  { type: 'section', text: mrkdwn('> Where absence reaches seven days, parents are invited to a meeting.') },
  {
    type: 'context',
    elements: [mrkdwn('“Stages of concern”, line 41 · <https://example.org/policy|the school’s document>')],
  },
  {
    type: 'actions',
    block_id: 'next',
    elements: [
      { type: 'button', action_id: 'draft', value: 'h1', style: 'primary', text: plain('Draft the letter') },
      { type: 'button', action_id: 'why', value: 'h1', text: plain('Why?') },
      {
        type: 'button',
        action_id: 'withdraw',
        value: 'h1',
        style: 'danger',
        text: plain('Withdraw'),
        confirm: {
          title: plain('Withdraw the letter?'),
          text: mrkdwn('It leaves *every* conversation.'),
          confirm: plain('Withdraw it'),
          deny: plain('Keep it'),
          style: 'danger',
        },
      },
      {
        type: 'static_select',
        action_id: 'as-at',
        placeholder: plain('As at'),
        options: [
          { text: plain('28 March 2024'), value: '2024-03-28' },
          { text: plain('1 March 2024'), value: '2024-03-01' },
        ],
      },
    ],
  },
];

/** A modal with one input of each kind the bot uses. */
export const draftView: ModalView = {
  type: 'modal',
  callback_id: 'draft',
  title: plain('Letter, stage 1'),
  submit: plain('Approve'),
  blocks: [
    { type: 'section', text: mrkdwn('For the parents of *Amira Khan*.') },
    {
      type: 'input',
      block_id: 'wording',
      label: plain('Wording'),
      hint: plain('You sign what stands here.'),
      element: { type: 'plain_text_input', action_id: 'wording', multiline: true },
    },
    {
      type: 'input',
      block_id: 'tone',
      label: plain('Sent by'),
      element: {
        type: 'static_select',
        action_id: 'tone',
        options: [
          { text: plain('First-class post'), value: 'post' },
          { text: plain('By hand'), value: 'hand' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'adults',
      optional: true,
      label: plain('Addressed to'),
      element: {
        type: 'checkboxes',
        action_id: 'adults',
        options: [
          { text: mrkdwn('Ms *Sana Khan*'), value: 'a1', description: plain('parental responsibility') },
          { text: mrkdwn('Mr Omar Khan'), value: 'a2' },
        ],
      },
    },
  ],
};

export const homeBlocks: KnownBlock[] = [
  { type: 'header', text: plain('Due today') },
  { type: 'section', text: mrkdwn('*3* letters wait for you.') },
  { type: 'actions', elements: [{ type: 'button', action_id: 'open-list', text: plain('Open the list') }] },
];

/** Text and blocks of every kind, and what must not be taken for markup. */
export const gallery = (user: string): KnownBlock[] => [
  {
    type: 'section',
    text: mrkdwn(
      '*bold* _italic_ ~struck~ `code *not bold*` a*b*c 2 * 3 * 4\nNew line, &lt;!channel&gt; &amp; <img src=x onerror=alert(1)> :warning:\n• one\n• two _slanted_\n&gt; quoted\n```\nraw *text*\n```after <javascript:alert(1)|bad> <mailto:a@b.example|write>',
    ),
  },
  { type: 'section', text: mrkdwn(`<@${user}> in <#C0ATTEND> at <!date^1711584000^{date_long}|28 March> <!here>`) },
  { type: 'divider' },
  {
    type: 'image',
    image_url: 'https://example.org/chart.png',
    alt_text: 'Attendance by week',
    title: plain('By week'),
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich ', style: { bold: true } },
          { type: 'link', url: 'https://example.org', text: 'link' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] }],
      },
    ],
  },
];
