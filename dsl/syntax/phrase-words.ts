import type { TokenType } from 'chevrotain';
import * as t from './tokens.ts';
import { vocabulary } from './vocabulary.ts';

/** A word of the vocabulary, and the words that may come after it in a phrase. */
export interface PhraseWord {
  readonly word: string;
  next: Map<string, PhraseWord> | undefined;
  /** The words that lead here. */
  readonly image: string;
  /** The phrase that ends here. */
  type: TokenType | undefined;
}

/** Every word that stands in some phrase of the vocabulary; those that begin none lead nowhere. */
export const phraseWords: ReadonlyMap<string, PhraseWord> = phrasesByWord();

export const longestPhraseWord = Math.max(...[...phraseWords.keys()].map((word) => word.length));

function phrasesByWord(): Map<string, PhraseWord> {
  const root = new Map<string, PhraseWord>();
  const within: string[] = [];
  for (const { token, forms } of vocabulary) {
    const type = t.phrase(token);
    for (const form of forms) {
      const [first, ...rest] = form.split(' ');
      let word = wordIn(root, first!, first!);
      for (const each of rest) word = wordIn((word.next ??= new Map()), each, `${word.image} ${each}`);
      word.type = type;
      within.push(...rest);
    }
  }
  for (const word of within) wordIn(root, word, word);
  return root;
}

function wordIn(words: Map<string, PhraseWord>, word: string, image: string): PhraseWord {
  let found = words.get(word);
  if (!found) words.set(word, (found = { word, next: undefined, image, type: undefined }));
  return found;
}
