import { createToken, EOF, Lexer } from 'chevrotain';
import type { TokenType } from 'chevrotain';
import type { Phrase } from './vocabulary.ts';
import { vocabulary } from './vocabulary.ts';
import { monthNames } from '../../register/day.ts';

export type { TokenType } from 'chevrotain';

const months = monthNames.join('|');

const digits = Array.from('0123456789');
/** What a word begins with, as character codes: A–Z, a–z and the letters of Latin-1. */
const letters = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0xff],
].flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, index) => from! + index));

/** Anything that may be a name: a plain word, or a soft phrase. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA });
export const Verb = createToken({ name: 'Verb', pattern: Lexer.NA });
export const Done = createToken({ name: 'Done', pattern: Lexer.NA });
export const PaperHead = createToken({ name: 'PaperHead', pattern: Lexer.NA });
export const Unit = createToken({ name: 'Unit', pattern: Lexer.NA });
export const SessionClass = createToken({ name: 'SessionClass', pattern: Lexer.NA });
export const Strength = createToken({ name: 'Strength', pattern: Lexer.NA });
export const Comparator = createToken({ name: 'Comparator', pattern: Lexer.NA });

export const Space = createToken({
  name: 'Space',
  start_chars_hint: Array.from(' \t\r\n\u00a0\u2007\u202f\ufeff'),
  pattern: /[ \t\r\n\u00a0\u2007\u202f\ufeff]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const Comment = createToken({
  name: 'Comment',
  start_chars_hint: ['/'],
  pattern: /\/\/[^\n]*/,
  group: 'comments',
});
export const Text = createToken({ name: 'Text', start_chars_hint: Array.from('"“'), pattern: /"[^"\n]*"|“[^”\n]*”/ });
/** A quote that is not closed on its line: read to the line's end, and told. */
export const UnclosedText = createToken({
  name: 'UnclosedText',
  start_chars_hint: Array.from('"“'),
  pattern: /["“][^"”\n]*/,
  categories: [Text],
});
export const DateLiteral = createToken({
  name: 'Date',
  start_chars_hint: digits,
  pattern: new RegExp(`\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s+(?:${months})\\s+\\d{4}`),
  line_breaks: true,
});
export const MonthLiteral = createToken({
  name: 'Month',
  start_chars_hint: [...new Set(monthNames.map((name) => name[0]!))],
  pattern: new RegExp(`(?:${months})\\s+\\d{4}`),
  line_breaks: true,
});
export const ClockLiteral = createToken({
  name: 'Clock',
  start_chars_hint: digits,
  pattern: /\d{1,2}(?::\d{2}(?:\s?[ap]m)?|\.\d{2}\s?[ap]m)/,
});
export const Percent = createToken({
  name: 'Percent',
  start_chars_hint: digits,
  pattern: /\d+(?:\.\d+)?(?:\s?%|\s+per\s+cent)/,
  line_breaks: true,
});
export const Money = createToken({ name: 'Money', start_chars_hint: ['£'], pattern: /£\d+(?:\.\d{2})?/ });
export const NumberLiteral = createToken({ name: 'Number', start_chars_hint: digits, pattern: /\d+(?:\.\d+)?/ });
/** A plain word. The phrase pass turns those of the vocabulary into phrase tokens, and codes into Code. */
export const Word = createToken({
  name: 'Word',
  start_chars_hint: letters,
  pattern: /[A-Za-zÀ-ÖØ-öø-ÿ][\wÀ-ÖØ-öø-ÿ]*(?:[-’'.][A-Za-z0-9À-ÖØ-öø-ÿ_]+)*/,
  categories: [Name],
});
/** An attendance code: one capital letter, and a digit where the code has one. */
export const Code = createToken({ name: 'Code', pattern: Lexer.NA });
export const OpenBrace = createToken({ name: 'OpenBrace', pattern: '{' });
export const CloseBrace = createToken({ name: 'CloseBrace', pattern: '}' });
export const OpenBracket = createToken({ name: 'OpenBracket', pattern: '(' });
export const CloseBracket = createToken({ name: 'CloseBracket', pattern: ')' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });

/** What the lexer itself tells apart, in order of trial. */
export const lexed: readonly TokenType[] = [
  Space,
  Comment,
  Text,
  UnclosedText,
  DateLiteral,
  MonthLiteral,
  ClockLiteral,
  Percent,
  Money,
  NumberLiteral,
  Word,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  Comma,
];

const categoriesOf: Record<Phrase['role'], readonly TokenType[]> = {
  head: [],
  structure: [],
  strength: [Strength],
  comparator: [Comparator],
  unit: [Unit],
  class: [],
  window: [],
  connective: [],
  detail: [],
  doubt: [],
  move: [],
  verb: [Verb],
  participle: [Done],
};

const sessionClasses = new Set(['Absent', 'Attended', 'Present', 'Late', 'Authorised', 'Unauthorised', 'Possible']);

function phraseToken(phrase: Phrase): TokenType {
  const categories = [...categoriesOf[phrase.role]];
  if (phrase.soft) categories.push(Name);
  if (phrase.token.startsWith('Paper_')) categories.push(PaperHead);
  if (phrase.also === 'verb') categories.push(Verb);
  if (phrase.also === 'participle') categories.push(Done);
  if (sessionClasses.has(phrase.token)) categories.push(SessionClass);
  return createToken({ name: phrase.token, pattern: Lexer.NA, categories });
}

/** Token types of the phrases, by the name the vocabulary gives them. */
export const phraseTokens: ReadonlyMap<string, TokenType> = new Map(
  vocabulary.map((phrase) => [phrase.token, phraseToken(phrase)]),
);

export const phraseOf: ReadonlyMap<TokenType, Phrase> = new Map(
  vocabulary.map((phrase) => [phraseTokens.get(phrase.token)!, phrase]),
);

/** The token type of a phrase; the name is one of the vocabulary's. */
export function phrase(name: string): TokenType {
  const type = phraseTokens.get(name);
  if (!type) throw new Error(`the vocabulary has no ${name}`);
  return type;
}

export const allTokens: readonly TokenType[] = [
  Name,
  Verb,
  Done,
  PaperHead,
  Unit,
  SessionClass,
  Strength,
  Comparator,
  Code,
  ...lexed,
  ...phraseTokens.values(),
  EOF,
];
