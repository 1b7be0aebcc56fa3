import type { Said } from '../rulebook/rulebook.ts';
import { alternativesOf, plainWordsIn, stemOf } from './said-words.ts';

/** Whether a stretch of words says something in any of these ways, as clauses of a policy are read. */
export function says(text: string, said: Said): boolean {
  const words = plainWordsIn(text).map((word) => ({ word, stem: stemOf(word) }));
  return alternativesOf(said).some(({ phrases }) =>
    phrases.every((phrase) =>
      words.some((_, start) =>
        phrase.every((sought, offset) => {
          const found = words[start + offset];
          if (!found) return false;
          return sought.stem ? found.word.startsWith(sought.word) : found.stem === sought.word;
        }),
      ),
    ),
  );
}
