import type { InputBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../bot/answers/answer.ts';
import { layOut, offersOf } from '../../../../bot/slack/messages/answer-message.ts';
import type { Message, OfferedButton } from '../../../../bot/slack/messages/blocks.ts';
import { editView, readEdited } from '../../../../bot/slack/messages/edit-view.ts';
import { reasonView } from '../../../../bot/slack/messages/reason-view.ts';
import { checkBlocks, checkView, pings } from '../../../../bot/stand-in/index.ts';
import { printBlocks } from '../print-message.ts';
import * as answers from './sample-answers.ts';

function messageOf(answer: Answer): Message {
  const buttons = offersOf(answer).map((offer, index): [typeof offer, OfferedButton] => [
    offer,
    { actionId: `do:${index}`, label: offer.label, token: `token-${index}`, style: offer.style },
  ]);
  return layOut(answer, new Map(buttons));
}

/** What Slack would refuse in it, and whom it would ping. */
function faults(message: Message): readonly unknown[] {
  return [...checkBlocks(message.blocks, 'message'), ...pings({ ...message, blocks: message.blocks as never })];
}

describe('as people read them', () => {
  test.each<[string, Answer]>([
    ['finding', answers.findingAnswer],
    ['why', answers.whyAnswer],
    ['choice', answers.choiceAnswer],
    ['list', answers.listAnswer(3)],
    ['due', answers.dueAnswer(2)],
    ['rewards', answers.rewardsAnswer],
    ['school-duties', answers.schoolDutiesAnswer],
    ['what-if', answers.whatIfAnswer],
    ['threshold', answers.thresholdAnswer],
    ['notice', answers.noticeAnswer],
    ['recorded', answers.recordedAnswer],
    ['draft', answers.draftAnswer],
    ['approved', answers.approvedAnswer],
    ['help', answers.helpAnswer],
    ['not-understood', answers.notUnderstoodAnswer],
    ['refused', answers.refusedAnswer],
    ['pinging', answers.pingingAnswer],
  ])('%s', async (name, answer) => {
    const message = messageOf(answer);
    expect(faults(message)).toEqual([]);
    await expect(printBlocks(message.blocks)).toMatchFileSnapshot(`./${name}.txt`);
  });
});

test('a notification and a screen reader are given the answer itself, escaped', () => {
  expect(messageOf(answers.pingingAnswer).text).toBe(
    '&lt;!channel&gt; *Khan* &amp; &lt;@U0LEAD&gt; (5B) is at Serious concerns',
  );
});

test('more that is due than a message holds', () => {
  const message = messageOf(answers.dueAnswer(60));
  expect(faults(message)).toEqual([]);
  expect(message.blocks.length).toBe(50);
});

test('a list longer than a message holds', () => {
  const message = messageOf(answers.listAnswer(60));
  expect(faults(message)).toEqual([]);
  expect(printBlocks(message.blocks)).toContain('… and 23 more.');
});

test('a letter longer than a section holds loses nothing', () => {
  const [letter] = answers.draftAnswer.letters;
  const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} of a letter that goes on.`);
  const long = { ...answers.draftAnswer, letters: [{ ...letter!, text: lines.join('\n') }] };
  const message = messageOf(long);
  expect(faults(message)).toEqual([]);
  const printed = printBlocks(message.blocks);
  expect(lines.filter((line) => !printed.includes(`>${line}\n`))).toEqual([]);
});

describe('the window for editing', () => {
  const valuesOf = (text: string) => {
    const view = editView({ ...answers.draftAnswer, text }, 'token');
    expect(checkView(view, 'modal')).toEqual([]);
    const inputs = view.blocks.filter((block): block is InputBlock => block.type === 'input');
    const entries = inputs.map(({ block_id: id, element }): [string, object] => [
      String(id),
      { text: { value: 'initial_value' in element ? element.initial_value : null } },
    ]);
    return { inputs: inputs.length, values: Object.fromEntries(entries) as never };
  };

  test('holds the text as it is', () => {
    const { inputs, values } = valuesOf(answers.draftAnswer.text);
    expect(inputs).toBe(1);
    expect(readEdited(values)).toBe(answers.draftAnswer.text);
  });

  test('in parts, where one input cannot hold it, and together again', () => {
    const text = Array.from({ length: 30 }, (_, index) => `Paragraph ${index}. ${'word '.repeat(40).trim()}`).join(
      '\n\n',
    );
    const { inputs, values } = valuesOf(text);
    expect(inputs).toBe(3);
    expect(readEdited(values)).toBe(text);
  });

  test('as it reads', async () => {
    await expect(printBlocks(editView(answers.draftAnswer, 'token').blocks)).toMatchFileSnapshot('./edit-view.txt');
  });
});

test('the window for a reason', async () => {
  const view = reasonView('token');
  expect(checkView(view, 'modal')).toEqual([]);
  expect(view.private_metadata).toBe('token');
  await expect(printBlocks(view.blocks)).toMatchFileSnapshot('./reason-view.txt');
});
