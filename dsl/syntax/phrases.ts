import type { IToken, TokenType } from 'chevrotain';
import * as t from './tokens.ts';
import { vocabulary } from './vocabulary.ts';

interface Node {
  readonly next: Map<string, Node>;
  type: TokenType | undefined;
}

const root: Node = { next: new Map(), type: undefined };
for (const each of vocabulary) {
  for (const form of each.forms) {
    let node = root;
    for (const word of form.split(' ')) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), type: undefined }));
      node = next;
    }
    node.type = t.phrase(each.token);
  }
}

/** Every word that stands in some phrase of the vocabulary. */
export const phraseWords: ReadonlySet<string> = new Set(
  vocabulary.flatMap((each) => each.forms.flatMap((form) => form.split(' '))),
);

/** Joins words into phrases, longest match first, and tells codes from words. */
export function joinPhrases(tokens: readonly IToken[]): IToken[] {
  const joined: IToken[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index]!;
    if (token.tokenType !== t.Word) {
      joined.push(withEnd(token));
      index++;
      continue;
    }
    const length = longest(tokens, index);
    joined.push(length === 0 ? plainWord(token) : phraseToken(tokens, index, length));
    index += Math.max(1, length);
  }
  return joined;
}

function longest(tokens: readonly IToken[], from: number): number {
  let node = root;
  let best = 0;
  for (let index = from; index < tokens.length && tokens[index]!.tokenType === t.Word; index++) {
    const next = node.next.get(tokens[index]!.image);
    if (!next) break;
    node = next;
    if (node.type) best = index - from + 1;
  }
  return best;
}

function phraseToken(tokens: readonly IToken[], from: number, length: number): IToken {
  let node = root;
  const words: string[] = [];
  for (let index = from; index < from + length; index++) {
    node = node.next.get(tokens[index]!.image)!;
    words.push(tokens[index]!.image);
  }
  const first = tokens[from]!;
  return typed(first, node.type!, words.join(' '), endOf(tokens[from + length - 1]!));
}

function plainWord(token: IToken): IToken {
  return /^[A-Z]\d?$/.test(token.image) ? typed(token, t.Code, token.image, endOf(token)) : withEnd(token);
}

function typed(token: IToken, type: TokenType, image: string, end: number): IToken {
  return { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx!, image, endOffset: end - 1 };
}

function withEnd(token: IToken): IToken {
  token.endOffset = endOf(token) - 1;
  return token;
}

/** Offset after the token's last character in the text: a corrected word keeps the length it was written with. */
function endOf(token: IToken): number {
  const payload = token.payload as { written?: string } | undefined;
  return token.startOffset + (payload?.written ?? token.image).length;
}
