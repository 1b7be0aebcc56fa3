import type { IToken, TokenType } from 'chevrotain';
import * as t from './tokens.ts';
import { vocabulary } from './vocabulary.ts';

interface Node {
  readonly next: Map<string, Node>;
  /** The words that lead here. */
  readonly image: string;
  type: TokenType | undefined;
}

const root: Node = { next: new Map(), image: '', type: undefined };
for (const each of vocabulary) {
  for (const form of each.forms) {
    let node = root;
    for (const word of form.split(' ')) {
      let next = node.next.get(word);
      if (!next)
        node.next.set(word, (next = { next: new Map(), image: `${node.image} ${word}`.trim(), type: undefined }));
      node = next;
    }
    node.type = t.phrase(each.token);
  }
}

/** Every word that stands in some phrase of the vocabulary. */
export const phraseWords: ReadonlySet<string> = new Set(
  vocabulary.flatMap((each) => each.forms.flatMap((form) => form.split(' '))),
);

/**
 * Joins words into phrases, longest match first, and tells codes from words. The tokens are the lexer's own, of this one
 * text: they are made into phrases where they stand.
 */
export function joinPhrases(tokens: readonly IToken[]): IToken[] {
  const joined: IToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    joined.push(token);
    token.endOffset = endOf(token) - 1;
    if (token.tokenType !== t.Word) continue;
    const start = root.next.get(token.image);
    if (start) index = joinFrom(tokens, index, start);
    else if (token.image.length <= 2 && /^[A-Z]\d?$/.test(token.image)) become(token, t.Code);
  }
  return joined;
}

/** Makes the token at an index the longest phrase that begins there; the index of the phrase's last word comes back. */
function joinFrom(tokens: readonly IToken[], from: number, start: Node): number {
  let node: Node | undefined = start;
  let best: Node | undefined;
  let last = from;
  for (let index = from; node;) {
    if (node.type) {
      best = node;
      last = index;
    }
    const next: IToken | undefined = tokens[++index];
    node = next?.tokenType === t.Word ? node.next.get(next.image) : undefined;
  }
  const token = tokens[from]!;
  if (!best) return from;
  const end = endOf(tokens[last]!) - 1;
  become(token, best.type!);
  token.image = best.image;
  token.endOffset = end;
  return last;
}

function become(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}

/** Offset after the token's last character in the text: a corrected word keeps the length it was written with. */
function endOf(token: IToken): number {
  const payload = token.payload as { written?: string } | undefined;
  return token.startOffset + (payload?.written ?? token.image).length;
}
