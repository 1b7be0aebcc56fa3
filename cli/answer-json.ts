import type { Answer } from '../bot/answers/answer.ts';

/**
 * An answer for programs. The finding’s own fields stand at the top: `{kind, school, policy, pupil, asAt, registerTo,
 * ladders, …}`, where `pupil` is the store’s id; `shown` holds the name and `words` what people read.
 */
export function answerJson(answer: Answer): unknown {
  const { headline, facts, lines, context, offers: _offers, ...rest } = answer;
  const words = { headline, facts, lines, context };
  if ('finding' in rest) {
    const { finding, pupil, ...own } = rest;
    return { ...own, ...finding, kind: rest.kind, shown: pupil, words };
  }
  if (rest.kind === 'choice') {
    return { ...rest, options: answer.offers.map(({ label, action }) => ({ label, ...idsOf(action) })), words };
  }
  return { ...rest, words };
}

function idsOf(action: Answer['offers'][number]['action']): Readonly<Record<string, string>> {
  if (action.kind === 'ask') {
    return {
      ...(action.about === undefined ? {} : { pupil: action.about }),
      ...(action.school === undefined ? {} : { school: action.school }),
    };
  }
  return 'pupil' in action ? { pupil: action.pupil } : {};
}
