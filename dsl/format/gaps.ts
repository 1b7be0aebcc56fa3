import type { Element } from './elements.ts';
import type { Piece } from './line.ts';
import * as t from '../syntax/tokens.ts';
import { phrase } from '../syntax/tokens.ts';

const marks: ReadonlySet<unknown> = new Set(['Cite', 'Assumed', 'Unclear'].map((name) => phrase(name)));
const staysUp: ReadonlySet<unknown> = new Set([t.OpenBrace, t.Comma, t.CloseBracket]);

/** Whether the author's line break before an element stays: not between a mark and its text, nor before a { or a comma. */
export function breaksBefore(before: Element, element: Element): boolean {
  if (before.type === 'comment') return true;
  if (element.lineBreaks === 0 || before.type === t.OpenBracket || staysUp.has(element.type)) return false;
  return !(marks.has(before.type) && element.type === t.Text);
}

/** Spaces that stand between two pieces of a line at least. */
export function leastGap(before: Piece, type: Piece['type']): number {
  if (before.type === t.OpenBracket || type === t.CloseBracket || type === t.Comma) return 0;
  if (before.type === t.OpenBrace && type === t.CloseBrace) return 0;
  if (type === 'comment') return 2;
  return marks.has(type) ? 3 : 1;
}

export function isOpen(element: Element): boolean {
  return element.type === t.OpenBrace;
}
