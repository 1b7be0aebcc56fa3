import type { Place } from '../../resolve/policy.ts';
import type { TokenType } from '../../syntax/tokens.ts';
import { lex } from '../../syntax/lexer.ts';
import * as t from '../../syntax/tokens.ts';

/** A token of a clause, where it stands in the whole text. */
export interface ClauseToken {
  readonly type: TokenType;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a clause up to what it cites and assumes; of one with a body, those of the body too. */
export function clauseTokens({ source, span }: Place): readonly ClauseToken[] {
  const text = source.text.slice(span.start, span.end);
  const tokens = lex({ name: source.name, text }).tokens.map((token) => {
    const [start, end] = [token.startOffset, t.endOf(token)];
    return {
      type: token.tokenType,
      text: text.slice(start, end),
      start: span.start + start,
      end: span.start + end,
      token,
    };
  });
  return tokens.filter(({ type }, index) => !isOfMark(type, tokens[index - 1]?.type));
}

/** Words in quotes after `cite`, `assumed` or `unclear` are about the clause, and no part of it. */
function isOfMark(type: TokenType, before: TokenType | undefined): boolean {
  return marks.has(type) || (type === t.Text && before !== undefined && marks.has(before));
}

const marks: ReadonlySet<TokenType> = new Set(['Cite', 'Assumed', 'Unclear'].map((name) => t.phrase(name)));

export function isPhrase(token: ClauseToken | undefined, name: string): boolean {
  return token?.type === t.phrase(name);
}

export function isKind(token: ClauseToken | undefined, kind: TokenType): boolean {
  return token !== undefined && (token.type === kind || token.type.CATEGORIES?.includes(kind) === true);
}

/** The unit that a token names, as the rulebook calls it. */
export function unitNamed(token: ClauseToken | undefined): string | undefined {
  return token && isKind(token, t.Unit) ? t.phraseOf.get(token.type)?.forms[0] : undefined;
}
