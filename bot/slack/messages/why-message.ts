import type { ReasonShown, WhyAnswer } from '../../answers/answer.ts';
import { context, header, message, sections, type Message } from './blocks.ts';
import { sessionsWords } from '../../answers/answers/why.ts';
import { countedSessions } from './counted-sessions.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** Why a pupil stands there: each reason with the very sessions it counts, and the place it rests on. */
export function whyMessage(answer: WhyAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...answer.reasons.flatMap(reasonBlocks),
    ...saidBlocks.lines({ ...answer, lines: answer.lines.filter(notIn(answer.reasons)) }),
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

/** `lines` says each reason and its sessions once more, for doors that know nothing of reasons. */
function notIn(reasons: readonly ReasonShown[]): (line: string) => boolean {
  const said = new Set(reasons.flatMap(({ words, sessions }) => [words, sessionsWords(sessions)]));
  return (line) => !said.has(line);
}
