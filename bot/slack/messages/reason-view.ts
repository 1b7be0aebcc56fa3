import type { ModalView } from '@slack/types';
import { limits } from './limits.ts';
import { plain, sections } from './blocks.ts';
import type { StateValues } from './edit-view.ts';

export const reasonCallback = 'give_reason';
export const reasonBlock = 'reason';

/** Asks why a letter is to go although the policy does not bring it now. */
export function reasonView(token: string): ModalView {
  return {
    type: 'modal',
    callback_id: reasonCallback,
    private_metadata: token,
    title: plain('Draft it all the same', limits.viewTitle),
    submit: plain('Draft the letter', limits.viewButton),
    close: plain('Cancel', limits.viewButton),
    blocks: [
      ...sections(['The policy does not bring this letter now. Your reason is recorded with it, beside your name.']),
      {
        type: 'input',
        block_id: reasonBlock,
        label: plain('Why should it be written all the same?', limits.inputText),
        element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 1000 },
      },
    ],
  };
}

export function readReason(values: StateValues): string {
  return (values[reasonBlock]?.['text']?.value ?? '').trim();
}
