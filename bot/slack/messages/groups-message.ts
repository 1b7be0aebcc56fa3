import type { Answer } from '../../answers/answer.ts';
import { header, message, sections, type Message } from './blocks.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** An answer whose lines stand in groups, each under its title; `lines` says the same once more. */
export function groupsMessage(answer: Extract<Answer, { readonly kind: InGroups }>, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...saidBlocks.lines({ lines: answer.remarks }),
    ...answer.groups.flatMap(({ title, lines }) =>
      sections([
        `*${plainly(title)}*`,
        ...lines.map((line) => (line.startsWith('– ') ? `\u2003${plainly(line)}` : `• ${plainly(line)}`)),
      ]),
    ),
    ...saidBlocks.offers(answer, made),
    ...saidBlocks.context(answer),
  ]);
}

type InGroups = 'school duties' | 'threshold' | 'notice' | 'what if';
