import type { Span } from '../text/span.ts';
import type { Scope } from './scope.ts';
import { titleOf } from './scope.ts';
import { lookUp } from './symbols.ts';

/**
 * The policy's own words for a stretch of text, as a reader would say them: one space between words, comments gone,
 * names by their titles.
 */
export function wordsOf(scope: Scope, span: Span): string {
  const text = scope.source.text
    .slice(span.start, span.end)
    .replace(/\/\/[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.replace(/"[^"]*"|“[^”]*”|[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+|[a-z]+/g, (word) => {
    if (/^["“]/.test(word)) return word.slice(1, -1);
    if (/[-.]/.test(word) || isTitled(scope, word)) return titleOf(scope, word);
    return word;
  });
}

function isTitled(scope: Scope, word: string): boolean {
  const found = lookUp(scope.table, word);
  return found !== undefined && found.symbol.name === word && found.symbol.kind !== 'time';
}
