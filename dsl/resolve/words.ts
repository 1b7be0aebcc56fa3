import type { Span } from '../text/span.ts';
import type { Scope } from './scope.ts';
import { titleOf } from './scope.ts';

/**
 * The policy's own words for a stretch of text, as a reader would say them: one space between words, comments gone,
 * names by their titles.
 */
export function wordsOf(scope: Scope, span: Span): string {
  const text = oneLine(scope.source.text.slice(span.start, span.end));
  return text.replace(/"[^"]*"|“[^”]*”|[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+|[a-z]+/g, (word, offset: number) => {
    const first = word[0];
    if (first === '"' || first === '“') return word.slice(1, -1);
    // What someone will do is a verb, although a name may be written alike: “school will send …” beside a fact “send”.
    if (afterStrength.test(text.slice(0, offset))) return word;
    return word.includes('-') || word.includes('.') || isTitled(scope, word) ? titleOf(scope, word) : word;
  });
}

const afterStrength = /\b(?:will|must|should|may)(?: not)?\s+$/;

/** Most stretches stand on one line already, and cost nothing. */
function oneLine(text: string): string {
  if (!/\s\s|[\n\t]|\/\//.test(text)) return text.trim();
  return text
    .replace(/\/\/[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name of one plain word, other than a time of day, which stands in a sentence as itself. */
function isTitled(scope: Scope, word: string): boolean {
  const found = scope.table.own.get(word);
  return found !== undefined && found.kind !== 'time';
}
