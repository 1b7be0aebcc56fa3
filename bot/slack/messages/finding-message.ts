import type { AttendanceAnswer, BandAnswer, Fact, FindingAnswer, WhatNextAnswer } from '../../answers/answer.ts';
import { header, message, type Message } from './blocks.ts';
import { saidBlocks, type Buttons } from './said.ts';

/** Where a pupil stands: the answer as a heading, the figures side by side, what is missing, the proof in small print. */
export function findingMessage(
  answer: FindingAnswer | WhatNextAnswer | AttendanceAnswer | BandAnswer,
  made: Buttons,
): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts({ facts: answer.facts.filter(notIn(answer.headline)) }),
    ...saidBlocks.lines(answer),
    ...saidBlocks.context(answer),
    ...saidBlocks.offers(answer, made),
  ]);
}

/** The heading says the stage already. */
function notIn(headline: string): (fact: Fact) => boolean {
  return ({ label, value }) => label !== 'Stage' || !headline.includes(value);
}
