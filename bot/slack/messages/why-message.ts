import type { KnownBlock } from '@slack/types';
import type { ReasonShown, WhyAnswer } from '../../answers/answer.ts';
import { context, header, message, sections, type Message } from './blocks.ts';
import { countedSessions } from './counted-sessions.ts';
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
  const counted = same
    ? [`The same sessions as in “${plainly(withoutStop(same.words))}”.`]
    : countedSessions(sessions).map((line) => `• ${plainly(line)}`);
  return [
    ...sections([`*${plainly(words)}*`, ...counted]),
    context([cite === null ? plainly(place) : `“${plainly(cite)}” (${plainly(place)})`]),
  ];
}

function sameSessions({ sessions }: ReasonShown, others: ReasonShown['sessions']): boolean {
  return others.length > 0 && JSON.stringify(sessions) === JSON.stringify(others);
}

/** `lines` says each reason, and below it the sessions, once more, for doors that know nothing of reasons. */
function withoutReasons({ lines, reasons }: WhyAnswer): readonly string[] {
  const reasonOf = (line: string | undefined) => reasons.find(({ words }) => words === line);
  return lines.filter((line, index) => {
    const above = reasonOf(lines[index - 1]);
    return !reasonOf(line) && (above === undefined || above.sessions.length === 0);
  });
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}
