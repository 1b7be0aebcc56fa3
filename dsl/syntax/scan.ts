import type { IToken } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { TokenType } from './tokens.ts';
import { spanOf } from '../text/span.ts';
import { Comment, lexed } from './tokens.ts';

export interface Scanned {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** Characters that no pattern reads, those side by side together. */
  readonly unknown: readonly Span[];
}

interface Pattern {
  readonly type: TokenType;
  /** Sticky. */
  readonly expression: RegExp;
}

/**
 * Text → words, texts, numbers and marks, by the patterns of the token types: at each place the first that fits is the
 * one. Chevrotain's own lexer does the same, and is slow to make.
 */
export function scan(text: string): Scanned {
  const tokens: IToken[] = [];
  const comments: IToken[] = [];
  const unknown: Span[] = [];
  let lost = -1;
  for (let start = 0; start < text.length;) {
    if (lost === -1 && text.charCodeAt(start) === 32) {
      start++;
      continue;
    }
    const found = patternAt(text, start);
    if (!found) {
      if (lost === -1) lost = start;
      start++;
      continue;
    }
    if (lost !== -1) unknown.push(spanOf(lost, start));
    lost = -1;
    const { type, expression } = found;
    const end = expression.lastIndex;
    if (type.GROUP === undefined) tokens.push(tokenOf(type, text, start, end));
    else if (type.GROUP === Comment.GROUP) comments.push(tokenOf(type, text, start, end));
    start = end;
  }
  if (lost !== -1) unknown.push(spanOf(lost, text.length));
  return { tokens, comments, unknown };
}

/** The first pattern that fits: its expression's `lastIndex` is where it ends. */
function patternAt(text: string, start: number): Pattern | undefined {
  const code = text.charCodeAt(start);
  const patterns = code < common.length ? common[code]! : (rare.get(code) ?? none);
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index]!;
    pattern.expression.lastIndex = start;
    if (pattern.expression.test(text)) return pattern;
  }
  return undefined;
}

function tokenOf(type: TokenType, text: string, start: number, end: number): IToken {
  return {
    image: text.slice(start, end),
    startOffset: start,
    endOffset: end - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx!,
  };
}

/** Patterns to try, in order, by the code of the character that they begin with. */
const none: readonly Pattern[] = [];
const common: (readonly Pattern[])[] = Array.from({ length: 0x100 }, () => none);
const rare = new Map<number, readonly Pattern[]>();
for (const type of lexed) {
  const pattern = { type, expression: new RegExp(type.PATTERN as RegExp, 'y') };
  for (const first of type.START_CHARS_HINT!) {
    const code = String(first).charCodeAt(0);
    if (code < common.length) common[code] = [...common[code]!, pattern];
    else rare.set(code, [...(rare.get(code) ?? none), pattern]);
  }
}
