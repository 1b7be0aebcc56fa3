import type { InputBlock, ModalView } from '@slack/types';
import type { DraftAnswer } from '../../answers/answer.ts';
import { context, plain, sections } from './blocks.ts';
import { limits } from './limits.ts';
import { plainly } from './text.ts';

export const editCallback = 'edit_letters';
export const firstEditBlock = 'text-1';

/** What was entered, by block and action, as Slack gives it. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>;

/** What stands in the window until the text is there. */
export const waitingView: ModalView = {
  type: 'modal',
  callback_id: 'waiting',
  title: plain('Edit the letter', limits.viewTitle),
  close: plain('Cancel', limits.viewButton),
  blocks: [...sections(['Fetching the text …'])],
};

/** The words of a letter, for editing; what is the same in every letter of a school is not among them. */
export function editView(answer: DraftAnswer, token: string): ModalView {
  const parts = inParts(answer.text, limits.inputText - 500);
  return {
    ...waitingView,
    callback_id: editCallback,
    private_metadata: token,
    submit: plain('Save', limits.viewButton),
    blocks: [
      ...parts.map((part, index) => input(part, index, parts.length)),
      context([
        `${plainly(answer.paper.title)}, for ${answer.letters.length === 1 ? 'one adult' : `${answer.letters.length} adults`}.`,
        'A line that begins with # is a heading, with - an item of a list. What stands in [square brackets] is filled in: move it, and leave its words.',
      ]),
    ],
  };
}

/** The parts put together again, with an empty line between them. */
export function readEdited(values: StateValues): string {
  const parts = Object.entries(values)
    .filter(([block]) => /^text-\d+$/.test(block))
    .sort(([a], [b]) => Number(a.slice(5)) - Number(b.slice(5)));
  return parts.map(([, actions]) => (actions['text']?.value ?? '').trim()).join('\n\n');
}

function input(text: string, index: number, of: number): InputBlock {
  return {
    type: 'input',
    block_id: `text-${index + 1}`,
    optional: index > 0,
    label: plain(of === 1 ? 'The letter' : `The letter, part ${index + 1} of ${of}`, limits.inputText),
    element: {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: true,
      max_length: limits.inputText,
      initial_value: text,
    },
  };
}

/** Whole paragraphs together, as many as fit: one input holds 3,000 characters. */
function inParts(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 2 + paragraph.length <= most)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts;
}
