import type { ReasonShown, WhyAnswer } from '../../answers/answer.ts';
import { context, header, message, sections, type Message } from './blocks.ts';
import { countedSessions } from './counted-sessions.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** Why a pupil stands there: each reason with the very sessions it counts, and the place it rests on. */
export function whyMessage(answer: WhyAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...answer.reasons.flatMap(reasonBlocks),
    ...saidBlocks.lines(answer),
    ...saidBlocks.context(answer),
    ...saidBlocks.offers(answer, made),
  ]);
}

function reasonBlocks({ words, cite, place, sessions }: ReasonShown) {
  const counted = countedSessions(sessions).map((line) => `• ${plainly(line)}`);
  return [
    ...sections([`*${plainly(words)}*`, ...counted]),
    context([cite === null ? plainly(place) : `${plainly(cite)} (${plainly(place)})`]),
  ];
}
