import type { IToken } from 'chevrotain';

/** Where a token stands in its text. */
export interface Layout {
  /** Spaces that the token's line begins with. */
  indentOf(token: IToken): number;
  beginsLine(token: IToken): boolean;
}

export function layoutOf(text: string): Layout {
  return {
    indentOf: ({ startOffset }) => indentAt(text, startOffset).length,
    beginsLine: ({ startOffset }) => beginsLine(text, startOffset),
  };
}

/** The space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^\s*/.exec(lineOf(text, offset))![0];
}

/** What stands before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

export function lineOf(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return lineBefore(text, offset) + text.slice(offset, end === -1 ? text.length : end);
}

/** Whether nothing but space stands before an offset on its line. */
function beginsLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const letter = text.charCodeAt(at);
    if (letter === lineFeed) return true;
    if (letter !== space) return lineBefore(text, offset).trim() === '';
  }
  return true;
}

const lineFeed = 0x0a;
const space = 0x20;
