import type { Length } from './action.ts';

/** A length of time said in a sentence, and the words that are left of it. */
export interface LengthRead {
  readonly words: string;
  readonly lasting: Length | undefined;
  /** `for 20 days`: what was said does not tell which days. */
  readonly unclear: string | undefined;
}

/**
 * Takes `for 4 weeks`, `for 20 school days`, `of 2 months` out of a sentence. Weeks alone are of whichever kind the policy
 * counts in; days alone could be school days or any.
 */
export function readLength(sentence: string): LengthRead {
  const match = length.exec(sentence);
  if (!match) return { words: sentence, lasting: undefined, unclear: undefined };
  const [said, digits = '', kind = '', unit = ''] = match;
  const words = `${sentence.slice(0, match.index)} ${sentence.slice(match.index + said.length)}`;
  const number = numbers.indexOf(digits.toLowerCase()) + 1 || Number(digits);
  const [of, what] = [kind.toLowerCase(), `${unit.toLowerCase()}s`];
  if (what === 'days' && of === '') return { words: tidy(words), lasting: undefined, unclear: said.trim() };
  return { words: tidy(words), lasting: { number, unit: of === '' ? what : `${of} ${what}` }, unclear: undefined };
}

/** `4 weeks`, `1 school day`. */
export function lengthWords({ number, unit }: Length): string {
  return `${number} ${number === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** Why a length of days alone is not taken. */
export function whichDays(words: string): { readonly reason: string; readonly cure: string } {
  return { reason: `Which days are “${words}”?`, cure: 'Write “school days” or “calendar days”.' };
}

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const length = new RegExp(
  `\\b(?:for|of|to) (\\d{1,3}|${numbers.join('|')}) (?:(school|calendar|working) )?(day|week|month)s?\\b`,
  'i',
);

function tidy(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
