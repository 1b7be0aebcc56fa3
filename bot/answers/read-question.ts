import type { IToken } from 'chevrotain';
import { parseClockTime } from '../../register/clock-time.ts';
import { monthNames } from '../../register/day.ts';
import type { Asked, AskedDay, Question } from './question.ts';
import { QuestionForms } from './read-question-forms.ts';
import { AsKnown, Because, Comma, DayWords, questionLexer, TimeWords, What, WhatIf } from './read-question-tokens.ts';
import { partedSupposition } from './read-supposition.ts';

const longest = 500;
let parser: QuestionForms | undefined;

/**
 * Reads a question as people type it: any case, curly quotes, odd spaces, “please”, a question mark or none, the day
 * at either end. It knows no pupil and no policy: names come back as typed.
 */
export function readQuestion(typed: string): Question {
  const text = tidied(typed);
  if (text.length > longest) return { asked: { kind: 'not understood' }, ...nothing };
  const { tokens } = questionLexer.tokenize(text);
  const supposes = tokens.find(({ tokenType }) => tokenType !== What && tokenType !== Comma);
  if (supposes?.tokenType === WhatIf) return supposed(text.slice(supposes.startOffset + supposes.image.length));
  const reason = tokens.findIndex((token) => token.tokenType === Because);
  const because =
    reason <= 0 ? undefined : text.slice(tokens[reason]!.startOffset + tokens[reason]!.image.length).trim();
  const words = reason <= 0 ? tokens : tokens.slice(0, reason);
  const day = words.findLast((token) => token.tokenType === DayWords);
  const known = words.findLast((token) => token.tokenType === AsKnown);
  parser ??= new QuestionForms();
  const asked = parser.read(withoutOuterCommas(words.filter((token) => token !== day && token !== known)), text);
  return {
    asked: withTime(asked),
    day: day && readDay(day.image),
    known: known && readDay(known.image),
    because: because === '' ? undefined : because,
  };

  function withTime(read: Asked | 'arrival'): Asked {
    if (read !== 'arrival') return read;
    const time = parseClockTime(words.find((token) => token.tokenType === TimeWords)?.image ?? '');
    if (time === undefined) return { kind: 'not understood' };
    const half = /(?:\d|\b)(?:pm|afternoon)\b/i.test(text)
      ? 'PM'
      : /(?:\d|\b)(?:am|morning)\b/i.test(text)
        ? 'AM'
        : undefined;
    return { kind: 'arrival', time, half };
  }
}

const nothing = { day: undefined, known: undefined, because: undefined } as const;

/** The days in it are what is supposed; the day it is asked as at stands at its end, after “as at”. */
function supposed(text: string): Question {
  const asAt = /,?\s+as\s+(?:at|of)\s+(.+?)[?!.\s]*$/i.exec(text);
  const told = asAt ? text.slice(0, asAt.index) : text;
  const day = asAt
    ? questionLexer.tokenize(`on ${asAt[1]!}`).tokens.find((token) => token.tokenType === DayWords)
    : undefined;
  return { asked: { kind: 'what if', ...partedSupposition(told) }, ...nothing, day: day && readDay(day.image) };
}

/** `please, stage for …`, and `…, on 28 March 2024`: what stood on the other side of the comma is gone. */
function withoutOuterCommas(tokens: readonly IToken[]): readonly IToken[] {
  const isWord = ({ tokenType }: IToken) => tokenType !== Comma;
  const first = tokens.findIndex(isWord);
  return first === -1 ? [] : tokens.slice(first, tokens.findLastIndex(isWord) + 1);
}

/** One kind of quote, one kind of hyphen, one kind of space; `**bold**` and its like gone. */
export function tidied(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll(/[\u2018\u2019\u201B\u2032\u02BC\u0060\u00B4]/g, "'")
    .replaceAll(/[\u201C\u201D\u201E\u2033"*_~]/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function readDay(image: string): AskedDay {
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(image);
  const slashed = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(image);
  const typed = image
    .replace(/^.*?(?:known|knew(?:\s+it)?)\s+/i, '')
    .replace(/^(?:on|as\s+at|as\s+of|at|by|to)\s+/i, '');
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]), typed };
  if (slashed) return { date: Number(slashed[1]), month: Number(slashed[2]), year: Number(slashed[3]), typed };
  const spoken = /(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]{3})[a-z]*,?(?:\s+(\d{4}))?/i.exec(image)!;
  const month = monthNames.findIndex((name) => name.toLowerCase().startsWith(spoken[2]!.toLowerCase())) + 1;
  return { date: Number(spoken[1]), month, year: spoken[3] === undefined ? undefined : Number(spoken[3]), typed };
}
