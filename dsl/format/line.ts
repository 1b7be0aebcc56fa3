import type { ItemKind } from '../syntax/tree.ts';
import type { TokenType } from '../syntax/tokens.ts';

/** A token, a comment or a stretch left as it stands, with the space before it on its line. */
export interface Piece {
  readonly text: string;
  readonly type: TokenType | 'comment' | 'as it stands';
  /** Spaces before it: none for the first of a line; more than the least where a column is lined up. */
  gap: number;
  /** Spaces before it in the text that was given; none where a line break stood there. */
  readonly given: number;
  /** The column it begins, where neighbours may be lined up with it. */
  column: string | undefined;
}

export interface Line {
  /** Levels of two spaces. */
  readonly indent: number;
  readonly pieces: Piece[];
  /** Statements of one kind that follow each other line by line, by number; undefined for all other lines. */
  table: number | undefined;
  readonly kind: ItemKind | undefined;
}

export function printLine(line: Line): string {
  if (line.pieces.length === 0) return '';
  return '  '.repeat(line.indent) + line.pieces.map((piece) => ' '.repeat(piece.gap) + piece.text).join('');
}
