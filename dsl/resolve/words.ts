import type { Span } from '../text/span.ts';
import type { Scope } from './scope.ts';
import type { SymbolTable } from './symbols.ts';
import { titleOf } from './scope.ts';

/**
 * The policy's own words for a stretch of text, as a reader would say them: one space between words, comments gone,
 * names by their titles.
 */
export function wordsOf(scope: Scope, span: Span): string {
  const text = oneLine(scope.source.text.slice(span.start, span.end));
  return text.replace(namesIn(scope.table), (word, offset: number) => {
    const first = word[0];
    if (first === '"' || first === '“') return word.slice(1, -1);
    // What someone will do is a verb, although a name may be written alike: “school will send …” beside a fact “send”.
    return afterStrength.test(text.slice(0, offset)) ? word : titleOf(scope, word);
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

const patterns = new WeakMap<SymbolTable, RegExp>();

/** Texts in quotes, names of several words, and the policy's own names of one. */
function namesIn(table: SymbolTable): RegExp {
  const known = patterns.get(table);
  if (known) return known;
  // A time of day stands in a sentence as itself.
  const plain = [...table.own.values()].filter(({ kind, name }) => kind !== 'time' && /^[a-z]+$/.test(name));
  const own = plain.length === 0 ? '' : `|\\b(?:${plain.map(({ name }) => name).join('|')})\\b`;
  const pattern = new RegExp(`"[^"]*"|“[^”]*”|\\b[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+${own}`, 'g');
  patterns.set(table, pattern);
  return pattern;
}
