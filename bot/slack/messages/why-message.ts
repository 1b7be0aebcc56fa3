import type { KnownBlock } from '@slack/types';
import type { ReasonShown, WhyAnswer } from '../../answers/answer.ts';
import { sessionsWords } from '../../answers/answers/why.ts';
import { context, header, message, sections, type Message } from './blocks.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/**
 * Why a pupil stands there: the first reason with the very sessions it counts, and the place it rests on; then the
 * others, whose sessions are shown where they are not the same as before.
 */
export function whyMessage(answer: WhyAnswer, made: Buttons): Message {
  const { reasons } = answer;
  const places = reasons.map(({ place }) => place);
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...reasons.flatMap((reason, index) => reasonBlocks(reason, reasons.slice(0, index))),
    ...saidBlocks.lines({ lines: withoutReasons(answer) }),
    ...saidBlocks.context({ context: answer.context.filter((line) => !places.some((place) => line.includes(place))) }),
    ...saidBlocks.offers(answer, made),
  ]);
}

function reasonBlocks({ words, cite, place, sessions }: ReasonShown, before: readonly ReasonShown[]): KnownBlock[] {
  const same = before.find((reason) => sameSessions(reason, sessions));
  const counted = same ? `The same sessions as for: ${same.words}` : sessionsWords(sessions);
  return [
    ...sections([`*${plainly(words)}*`, ...(counted === '' ? [] : [plainly(counted)])]),
    context([cite === null ? plainly(place) : `“${plainly(cite)}” (${plainly(place)})`]),
  ];
}

function sameSessions({ sessions }: ReasonShown, others: ReasonShown['sessions']): boolean {
  return others.length > 0 && JSON.stringify(sessions) === JSON.stringify(others);
}

/** `lines` says each reason and its sessions once more, for doors that know nothing of reasons. */
function withoutReasons({ lines, reasons }: WhyAnswer): readonly string[] {
  const said = new Set(reasons.flatMap(({ words, sessions }) => [words, sessionsWords(sessions)]));
  return lines.filter((line) => !said.has(line));
}
