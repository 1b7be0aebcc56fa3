import type { ListItem, Said, Value } from '../../rulebook/rulebook.ts';
import { alternativesOf, plainWordsIn, stemOf } from './said-words.ts';

/** Whether a text says something in any of these ways. For a policy's clauses at large see `said-in.ts`, which keeps an index. */
export function isSaid(text: string, said: Said): boolean {
  const words = plainWordsIn(text).map((word) => ({ word, stem: stemOf(word) }));
  return alternativesOf(said).some(({ phrases }) =>
    phrases.every((phrase) =>
      words.some((_, start) =>
        phrase.every((sought, offset) => {
          const found = words[start + offset];
          return found !== undefined && (sought.stem ? found.word.startsWith(sought.word) : found.stem === sought.word);
        }),
      ),
    ),
  );
}

/** The items of a list that a text says. */
export function itemsSaid(value: Value, text: string): readonly ListItem[] {
  return value.kind === 'list' ? value.items.filter(({ said }) => isSaid(text, said)) : [];
}
