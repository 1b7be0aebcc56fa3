import type { Parsed } from '../syntax/parse.ts';
import type { TokenType } from '../syntax/tokens.ts';
import { endOf } from '../syntax/tokens.ts';
import { writtenAs } from './spelling.ts';

/** A token, a comment, or a character that means nothing, with what stands before it. */
export interface Element {
  readonly type: TokenType | 'comment' | 'unknown';
  readonly start: number;
  readonly end: number;
  /** As the formatter writes it. */
  readonly text: string;
  /** Line breaks between it and what comes before. */
  readonly lineBreaks: number;
  /** Characters of space between it and what comes before on its line. */
  readonly gap: number;
}

/** Everything in a text that is not space, in order of place. A comment inside a phrase comes after the phrase. */
export function elementsOf({ file, tokens, comments, diagnostics }: Parsed): readonly Element[] {
  const { text } = file.source;
  const found: Omit<Element, 'lineBreaks' | 'gap'>[] = tokens.map((token) => {
    const end = endOf(token);
    return { type: token.tokenType, start: token.startOffset, end, text: writtenAs(token, text) };
  });
  for (const { startOffset: start, image } of comments) {
    found.push({ type: 'comment', start, end: start + image.length, text: image.trimEnd() });
  }
  for (const { code, span } of diagnostics) {
    if (code === 'unexpected-character') {
      found.push({ type: 'unknown', ...span, text: text.slice(span.start, span.end) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  let before = 0;
  return found.map((element) => {
    const between = text.slice(before, element.start);
    before = Math.max(before, element.end);
    return { ...element, lineBreaks: between.split('\n').length - 1, gap: between.replace('\ufeff', '').length };
  });
}
