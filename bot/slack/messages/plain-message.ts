import { message, type Message } from './blocks.ts';
import { saidBlocks, type Buttons, type Said } from './said.ts';

/**
 * An answer without a shape of its own: a choice between pupils, nobody found, something refused or recorded, the
 * policy's own words.
 */
export function plainMessage(answer: Said, made: Buttons): Message {
  return message(answer.headline, [
    ...saidBlocks.headline(answer),
    ...saidBlocks.facts(answer),
    ...saidBlocks.lines(answer),
    ...saidBlocks.offers(answer, made),
    ...saidBlocks.context(answer),
  ]);
}
