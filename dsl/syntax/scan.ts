import type { IToken } from 'chevrotain';
import type { Span } from '../text/span.ts';
import { Lexer } from 'chevrotain';
import { spanOf } from '../text/span.ts';
import { lexed } from './tokens.ts';

export interface Scanned {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** Characters that no pattern reads, those side by side together. */
  readonly unknown: readonly Span[];
}

let lexer: Lexer | undefined;

/** Text → words, texts, numbers and marks, by the patterns of the token types: the first that fits is the one. */
export function scan(text: string): Scanned {
  // Every type says which characters it begins with, so that nothing is worked out when the lexer is made.
  lexer ??= new Lexer([...lexed], { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true });
  const { tokens, groups, errors } = lexer.tokenize(text);
  return {
    tokens,
    comments: groups['comments'] ?? [],
    unknown: errors.map(({ offset, length }) => spanOf(offset, offset + length)),
  };
}
