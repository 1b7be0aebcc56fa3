import type { IToken, TokenType } from 'chevrotain';
import type { PhraseWord } from './phrase-words.ts';
import type { KnownWord } from './words.ts';
import { isDeclared, isPlausible, newReading } from './slips.ts';
import { noSlip, wordOf } from './words.ts';
import * as t from './tokens.ts';

/**
 * Joins words into phrases, longest match first, and tells codes from words, in one go over the tokens: they are the
 * scanner's own, of this one text, and are made into phrases where they stand; the list is left with one token for each.
 * `other` is shown every token that is no word. Also told: how many more { than } there are, and whether a plain word
 * that nothing here declares may be a slip for a word of the language.
 */
export function joinPhrases(
  tokens: IToken[],
  other: (token: IToken) => void,
): { readonly unclosed: number; readonly maySlip: boolean } {
  const doubtful: KnownWord[] = [];
  const reading = newReading();
  const count = tokens.length;
  let kept = 0;
  let unclosed = 0;
  let before: KnownWord | undefined;
  for (let index = 0; index < count; index++) {
    const token = tokens[index]!;
    tokens[kept++] = token;
    if (token.tokenType !== t.Word) {
      before = undefined;
      if (token.tokenType === t.OpenBrace) unclosed++;
      else if (token.tokenType === t.CloseBrace) unclosed--;
      else other(token);
      continue;
    }
    const word = wordOf(token.image);
    token.image = word.image;
    if (word.phrase) {
      const last = joinFrom(tokens, index, token, word.phrase);
      before = last === index ? word : wordOf(tokens[last]!.image);
      index = last;
      continue;
    }
    if (word.isCode) become(token, t.Code);
    else if (word.slipFor !== noSlip) {
      const next = tokens[index + 1];
      if (isDeclared(before, next)) word.declaredIn = reading;
      else if (word.declaredIn !== reading && isPlausible(before, word, next)) doubtful.push(word);
    }
    before = word;
  }
  tokens.length = kept;
  return { unclosed, maySlip: doubtful.some((word) => word.declaredIn !== reading) };
}

/** Makes a token the longest phrase that begins there; the index of the phrase's last word comes back. */
function joinFrom(tokens: readonly IToken[], from: number, token: IToken, start: PhraseWord): number {
  const { phrase, last } = longestFrom(tokens, from, start);
  if (phrase === undefined) return from;
  if (last !== from) {
    if (isBegunByLonger(tokens, from, last)) {
      if (start.type) become(token, start.type);
      return from;
    }
    token.endOffset = t.endOf(tokens[last]!) - 1;
    token.image = phrase.image;
  }
  become(token, phrase.type!);
  return last;
}

interface Longest {
  /** Undefined where the words that begin here make no phrase. */
  readonly phrase: PhraseWord | undefined;
  readonly last: number;
}

function longestFrom(tokens: readonly IToken[], from: number, start: PhraseWord): Longest {
  let phrase = start.type && start;
  let last = from;
  let word: PhraseWord | undefined = start;
  for (let index = from + 1; word?.next !== undefined; index++) {
    const next: IToken | undefined = tokens[index];
    if (next?.tokenType !== t.Word) break;
    word = word.next.get(wordOf(next.image).image);
    if (word?.type === undefined) continue;
    phrase = word;
    last = index;
  }
  return { phrase, last };
}

/** A phrase gives its last word up to a longer one: in `school is unlikely to` the school is a name, and no `school is`. */
function isBegunByLonger(tokens: readonly IToken[], from: number, last: number): boolean {
  const start = wordOf(tokens[last]!.image).phrase;
  return start?.next !== undefined && longestFrom(tokens, last, start).last - last > last - from;
}

function become(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}
