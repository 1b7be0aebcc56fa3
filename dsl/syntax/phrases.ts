import type { IToken, TokenType } from 'chevrotain';
import type { KnownWord } from './words.ts';
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

/**
 * Joins words into phrases, longest match first, and tells codes from words. The tokens are the scanner's own, of this
 * one text: they are made into phrases where they stand, and the list is left with one token for each.
 */
export function joinPhrases(tokens: IToken[], words: readonly (KnownWord | undefined)[]): void {
  let kept = 0;
  for (let index = 0; index < words.length; index++) {
    const token = tokens[index]!;
    const word = words[index];
    if (word?.phrase) index = joinFrom(tokens, index, word.phrase);
    else if (word?.isCode === true) become(token, t.Code);
    tokens[kept++] = token;
  }
  tokens.length = kept;
}

/** Makes the token at an index the longest phrase that begins there; the index of the phrase's last word comes back. */
function joinFrom(tokens: readonly IToken[], from: number, start: PhraseWord): number {
  const token = tokens[from]!;
  if (start.next === undefined) {
    if (start.type) become(token, start.type);
    return from;
  }
  let word: PhraseWord | undefined = start;
  let best: PhraseWord | undefined;
  let last = from;
  for (let index = from; word;) {
    if (word.type) {
      best = word;
      last = index;
    }
    if (word.next === undefined) break;
    const next: IToken | undefined = tokens[++index];
    word = next?.tokenType === t.Word ? word.next.get(next.image) : undefined;
  }
  if (!best) return from;
  become(token, best.type!);
  if (last !== from) {
    token.endOffset = t.endOf(tokens[last]!) - 1;
    token.image = best.image;
  }
  return last;
}

function become(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}
