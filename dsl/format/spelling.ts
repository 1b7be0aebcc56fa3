import type { Parsed } from '../syntax/parse.ts';
import { formatClockTime, parseClockTime } from '../../register/clock-time.ts';
import { formatDay, parseIsoDay } from '../../register/day.ts';
import * as t from '../syntax/tokens.ts';

type Token = Parsed['tokens'][number];

/**
 * How the formatter writes a token: dates as `8 September 2025`, times as `08:40`, percentages as `96.5%`, texts in
 * straight quotes, one space between the words of a phrase. What cannot be read (25:70, 31.2.2025) stays as it is.
 */
export function writtenAs(token: Token, text: string): string {
  const given = text.slice(token.startOffset, t.endOf(token));
  switch (token.tokenType) {
    case t.Text:
      return given.startsWith('“') && !given.includes('"') ? `"${given.slice(1, -1)}"` : given;
    case t.DateLiteral: {
      const iso = parseIsoDay(given);
      return iso === undefined ? oneSpace(given).replace(/^0(?=\d )/, '') : formatDay(iso);
    }
    case t.ClockLiteral: {
      const time = parseClockTime(given);
      return time === undefined ? oneSpace(given) : formatClockTime(time);
    }
    case t.Percent:
      return given.replace(/\s*(?:%|per\s+cent)$/, '%');
    case t.UnclosedText:
      return given.trimEnd();
    default:
      return isRewritten(token) ? firstForm(token) : oneSpace(withoutComments(given));
  }
}

/**
 * Phrases of which the formatter writes the first form only. Others keep the form that grammar wants: `sessions` and
 * `session`, `in the morning`, `less than 90%`.
 */
const rewritten = new Set(['KeptToEndOf', 'InARolling', 'Cannot'].map((name) => t.phrase(name)));

function isRewritten(token: Token): boolean {
  return rewritten.has(token.tokenType) && token.payload === undefined;
}

function firstForm(token: Token): string {
  return t.phraseOf.get(token.tokenType)!.forms[0];
}

function withoutComments(words: string): string {
  return words.includes('//') ? words.replace(/\/\/[^\n]*/g, ' ') : words;
}

function oneSpace(words: string): string {
  return words.replace(/[\s\u00a0\u2007\u202f\ufeff]+/g, ' ').trim();
}
