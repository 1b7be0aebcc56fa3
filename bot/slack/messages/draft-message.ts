import type { KnownBlock } from '@slack/types';
import type { DraftAnswer, LetterShown } from '../../answers/answer.ts';
import { context, divider, header, message, sections, type Message } from './blocks.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** A letter as it would go: to whom, its whole text, and what can be done with it. */
export function draftMessage(answer: DraftAnswer, made: Buttons): Message {
  const [first, ...others] = answer.letters;
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...saidBlocks.lines(answer),
    ...(first ? [divider, ...letterBlocks(first), ...others.flatMap(alsoTo), divider] : []),
    ...saidBlocks.context(answer),
    ...saidBlocks.offers(answer, made),
  ]);
}

/** The letter's own lines, set apart from the bot's words by the bar of a quotation. */
function letterBlocks({ text }: LetterShown): readonly KnownBlock[] {
  return sections(text.split('\n').map((line) => `>${line === '' ? ' ' : letterLine(line)}`));
}

/** `# A heading` and `## A lesser one` in bold: Slack has no headings inside a quotation. */
function letterLine(line: string): string {
  const heading = /^#{1,3} (.+)$/.exec(line)?.[1];
  return heading === undefined ? plainly(line) : `*${plainly(heading)}*`;
}

function alsoTo({ addressee, address }: LetterShown): readonly KnownBlock[] {
  return [context([`The same letter to ${plainly([addressee, ...address].join(', '))}`])];
}
