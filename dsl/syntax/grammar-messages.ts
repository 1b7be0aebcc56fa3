import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import * as t from './tokens.ts';

/** What was expected where a policy does not parse, in the writer's words, never more than three things. */
export const grammarMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => wordsFor([expected]),
  buildNotAllInputParsedMessage: () => 'a statement',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => wordsFor(firstTokens(expectedPathsPerAlt)),
  buildEarlyExitMessage: () => 'more',
};

/** What stands there, as a reader would call it. */
export function found(token: IToken | undefined): string {
  if (!token || Number.isNaN(token.startOffset) || token.image === '') return 'the end of the file';
  if (token.tokenType === t.Text) return 'a text';
  const { written = token.image } = (token.payload ?? {}) as { readonly written?: string };
  return `“${written}”`;
}

function firstTokens(alternatives: readonly TokenType[][][]): TokenType[] {
  const types = new Set<TokenType>();
  for (const paths of alternatives) for (const path of paths) if (path[0]) types.add(path[0]);
  return [...types];
}

const plainNames = new Map<TokenType, string>([
  [t.Name, 'a name'],
  [t.Verb, 'what is done (send, hold, offer …)'],
  [t.Done, 'what became of it (sent, held, issued …)'],
  [t.PaperHead, 'a letter, notice, meeting …'],
  [t.Unit, 'a unit (sessions, school days, school weeks …)'],
  [t.SessionClass, 'a class (absent, unauthorised, late …)'],
  [t.Strength, 'will, must, should or may'],
  [t.Code, 'a code'],
  [t.Text, 'a text in "quotes"'],
  [t.DateLiteral, 'a date such as 4 September 2023'],
  [t.MonthLiteral, 'a month such as September 2026'],
  [t.DayOfYear, 'a day of the year such as 31 March'],
  [t.ClockLiteral, 'a time such as 08:45'],
  [t.Percent, 'a percentage such as 90%'],
  [t.Money, 'an amount such as £60'],
  [t.NumberLiteral, 'a number'],
  [t.OpenBrace, '{'],
  [t.CloseBrace, '}'],
  [t.OpenBracket, '('],
  [t.CloseBracket, ')'],
  [t.Comma, 'a comma'],
]);

function wordsFor(types: readonly TokenType[]): string {
  const words = [...new Set(types.map(plainName))];
  const shown = words.length > 3 ? [...words.slice(0, 2), 'another word'] : words;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

function plainName(type: TokenType): string {
  return plainNames.get(type) ?? t.phraseOf.get(type)?.forms[0] ?? type.name;
}
