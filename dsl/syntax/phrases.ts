import type { IToken, TokenType } from 'chevrotain';
import * as t from './tokens.ts';
import { vocabulary } from './vocabulary.ts';

/** A word of the vocabulary, and the words that may come after it in a phrase. */
export interface PhraseWord {
  readonly next: Map<string, PhraseWord>;
  /** The words that lead here. */
  readonly image: string;
  /** The phrase that ends here. */
  type: TokenType | undefined;
}

/** Every word that stands in some phrase of the vocabulary; those that begin none lead nowhere. */
export const phraseWords: ReadonlyMap<string, PhraseWord> = phrasesByWord();

export const longestPhraseWord = Math.max(...[...phraseWords.keys()].map((word) => word.length));

/** A word of the vocabulary, if it is one. Names are often long, and to look up a long word costs more than all else here. */
export function phraseWord(word: string): PhraseWord | undefined {
  return word.length > longestPhraseWord ? undefined : phraseWords.get(word);
}

function phrasesByWord(): Map<string, PhraseWord> {
  const root = new Map<string, PhraseWord>();
  const within: string[] = [];
  for (const { token, forms } of vocabulary) {
    const type = t.phrase(token);
    for (const form of forms) {
      const [first, ...rest] = form.split(' ');
      let word = wordIn(root, first!, first!);
      for (const each of rest) word = wordIn(word.next, each, `${word.image} ${each}`);
      word.type = type;
      within.push(...rest);
    }
  }
  for (const word of within) wordIn(root, word, word);
  return root;
}

function wordIn(words: Map<string, PhraseWord>, word: string, image: string): PhraseWord {
  let found = words.get(word);
  if (!found) words.set(word, (found = { next: new Map(), image, type: undefined }));
  return found;
}

/**
 * Joins words into phrases, longest match first, and tells codes from words. The tokens are the scanner's own, of this
 * one text: they are made into phrases where they stand.
 */
export function joinPhrases(tokens: readonly IToken[], words: readonly (PhraseWord | undefined)[]): IToken[] {
  const joined: IToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    joined.push(token);
    if (token.tokenType !== t.Word) continue;
    const word = words[index];
    if (word) index = joinFrom(tokens, index, word);
    else if (token.image.length <= 2 && /^[A-Z]\d?$/.test(token.image)) become(token, t.Code);
  }
  return joined;
}

/** Makes the token at an index the longest phrase that begins there; the index of the phrase's last word comes back. */
function joinFrom(tokens: readonly IToken[], from: number, start: PhraseWord): number {
  let word: PhraseWord | undefined = start;
  let best: PhraseWord | undefined;
  let last = from;
  for (let index = from; word;) {
    if (word.type) {
      best = word;
      last = index;
    }
    if (word.next.size === 0) break;
    const next: IToken | undefined = tokens[++index];
    word = next?.tokenType === t.Word ? word.next.get(next.image) : undefined;
  }
  if (!best) return from;
  const token = tokens[from]!;
  become(token, best.type!);
  token.image = best.image;
  if (last !== from) token.endOffset = tokens[last]!.endOffset!;
  return last;
}

function become(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}
