import { EOF, Lexer } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import type { Phrase } from './vocabulary.ts';
import { vocabulary } from './vocabulary.ts';
import { monthNames } from '../../register/day.ts';

export type { TokenType } from 'chevrotain';

const months = monthNames.join('|');

const digits = '0123456789';
/** What a word begins with: A–Z, a–z and the letters of Latin-1. */
const letters = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0xff],
]
  .map(([from, to]) => String.fromCharCode(...Array.from({ length: to! - from! + 1 }, (_, index) => from! + index)))
  .join('');

/** Anything that may be a name: a plain word, or a soft phrase. */
export const Name = type('Name');
export const Verb = type('Verb');
export const Done = type('Done');
export const PaperHead = type('PaperHead');
export const Unit = type('Unit');
export const SessionClass = type('SessionClass');
export const Strength = type('Strength');
export const Comparator = type('Comparator');

export const Space = {
  ...lexedType('Space', ' \t\r\n\u00a0\u2007\u202f\ufeff', /[ \t\r\n\u00a0\u2007\u202f\ufeff]+/),
  GROUP: Lexer.SKIPPED,
};
export const Comment = { ...lexedType('Comment', '/', /\/\/[^\n]*/), GROUP: 'comments' };
export const Text = lexedType('Text', '"“', /"[^"\n]*"|“[^”\n]*”/);
/** A quote that is not closed on its line: read to the line's end, and told. */
export const UnclosedText = lexedType('UnclosedText', '"“', /["“][^"”\n]*/, [Text]);
export const DateLiteral = lexedType(
  'Date',
  digits,
  new RegExp(`\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s+(?:${months})\\s+\\d{4}`),
);
/** A day of every year: `31 March`. */
export const DayOfYear = lexedType('DayOfYear', digits, new RegExp(`\\d{1,2}\\s+(?:${months})\\b`));
export const MonthLiteral = lexedType(
  'Month',
  [...new Set(monthNames.map((name) => name[0]!))].join(''),
  new RegExp(`(?:${months})\\s+\\d{4}`),
);
export const ClockLiteral = lexedType('Clock', digits, /\d{1,2}(?::\d{2}(?:\s?[ap]m)?|\.\d{2}\s?[ap]m)/);
export const Percent = lexedType('Percent', digits, /\d+(?:\.\d+)?(?:\s?%|\s+per\s+cent)/);
export const Money = lexedType('Money', '£', /£\d+(?:\.\d{2})?/);
export const NumberLiteral = lexedType('Number', digits, /\d+(?:\.\d+)?/);
/** A plain word. The phrase pass turns those of the vocabulary into phrase tokens, and codes into Code. */
export const Word = lexedType('Word', letters, /[A-Za-zÀ-ÖØ-öø-ÿ][\wÀ-ÖØ-öø-ÿ]*(?:[-’'.][A-Za-z0-9À-ÖØ-öø-ÿ_]+)*/, [
  Name,
]);
/** An attendance code: one capital letter, and a digit where the code has one. */
export const Code = type('Code');
export const OpenBrace = lexedType('OpenBrace', '{', /\{/);
export const CloseBrace = lexedType('CloseBrace', '}', /\}/);
export const OpenBracket = lexedType('OpenBracket', '(', /\(/);
export const CloseBracket = lexedType('CloseBracket', ')', /\)/);
export const Comma = lexedType('Comma', ',', /,/);

/** What the lexer itself tells apart, in order of trial. */
export const lexed: readonly TokenType[] = [
  Space,
  Comment,
  Text,
  UnclosedText,
  DateLiteral,
  DayOfYear,
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
  return type(phrase.token, categories);
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

/** The offset after a token. Chevrotain tracks where one begins; only of phrases, which space may draw out, the end is kept. */
export function endOf(token: IToken): number {
  const { endOffset } = token;
  return endOffset === undefined ? token.startOffset + token.image.length : endOffset + 1;
}

/** Whether a token is of a type, or of one that belongs to it. */
export function isOf(token: IToken, type: TokenType): boolean {
  return token.tokenTypeIdx === type.tokenTypeIdx || type.categoryMatchesMap![token.tokenTypeIdx] === true;
}

/** A phrase as the formatter writes it. */
export function formOf(token: IToken): string {
  return phraseOf.get(token.tokenType)?.forms[0] ?? '';
}

/** Chevrotain's `createToken` looks over all the types of a category again for each: its parser does so once for all. */
function type(name: string, categories: readonly TokenType[] = []): TokenType {
  return { name, CATEGORIES: [...categories] };
}

/** A type that the lexer tells by a pattern, and the characters with which that can begin. */
function lexedType(name: string, starts: string, pattern: RegExp, categories: readonly TokenType[] = []): TokenType {
  return { ...type(name, categories), PATTERN: pattern, START_CHARS_HINT: Array.from(starts) };
}
