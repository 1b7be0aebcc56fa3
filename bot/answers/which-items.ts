import type { PolicyEvent } from '../../dsl/index.ts';
import { foldedWords } from './fold.ts';

/**
 * Which of the things that a paper includes are meant by a list of words, in the paper's own words, and what is left:
 * each piece between commas means the one item that has all its words.
 */
export function itemsMeant(
  { needs }: PolicyEvent,
  words: string,
): { readonly items: readonly string[]; readonly rest: string } {
  if (needs.items.length === 0 || words === '') return { items: [], rest: words };
  const items = new Set<string>();
  const rest: string[] = [];
  for (const piece of words.split(/[,;]\s*|\s+and\s+/).filter((each) => each.trim() !== '')) {
    const asked = foldedWords(piece);
    const whole = needs.items.filter((item) => foldedWords(item).join(' ') === asked.join(' '));
    const parts = needs.items.filter((item) => asked.every((word) => foldedWords(item).includes(word)));
    const found = whole.length > 0 ? whole : parts;
    if (found.length === 1) items.add(found[0]!);
    else rest.push(piece.trim());
  }
  return { items: needs.items.filter((item) => items.has(item)), rest: rest.join(', ') };
}
