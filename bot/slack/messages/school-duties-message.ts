import type { SchoolDutiesAnswer } from '../../answers/answer.ts';
import { header, message, sections, type Message } from './blocks.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** What a school itself owes, under a heading for each state; `lines` says the same once more. */
export function schoolDutiesMessage(answer: SchoolDutiesAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...answer.groups.flatMap(({ title, lines }) =>
      sections([`*${plainly(title)}*`, ...lines.map((line) => `• ${plainly(line)}`)]),
    ),
    ...saidBlocks.offers(answer, made),
    ...saidBlocks.context(answer),
  ]);
}
