import type { Source } from './source.ts';
import type { Span } from './span.ts';
import { lineText, placeAt } from './source.ts';

/** Lines of a text as they stand, with what is said about some of their words under them. */
export interface Frame {
  readonly source: Source;
  /** On one line; what runs on is marked to the end of its first. */
  readonly marked: readonly Span[];
  /** Under the first of them, after its mark. */
  readonly label: string;
}

/**
 * The line with its number, and under it a mark below each of the spans. A long line is cut so that the spans are seen; where
 * the whole line is meant, nothing is marked.
 */
export function frame(
  { source, marked, label }: Frame,
  width: number,
  paint: (text: string) => string = (text) => text,
  gutterWidth = 0,
): readonly string[] {
  const { line } = placeAt(source, marked[0]!.start);
  const whole = lineText(source, line);
  const columns = marked
    .map((span) => ({ from: placeAt(source, span.start), length: span.end - span.start }))
    .filter(({ from }) => from.line === line)
    .map(({ from, length }) => ({ start: from.column - 1, end: Math.min(from.column - 1 + length, whole.length) }));
  const gutter = `${String(line).padStart(gutterWidth)} │ `;
  const margin = /^\s*/.exec(whole)![0].length;
  const { text, shift } = cut(whole.trimEnd(), margin, columns, width - gutter.length);
  const shown = columns.map(({ start, end }) => ({
    start: start - shift,
    end: Math.min(Math.max(end, start + 1) - shift, Math.max(text.length, start - shift + 1)),
  }));
  const seen = shown.filter(({ start }, index) => index === 0 || start < text.length);
  const under = marks(seen, label, width - gutter.length);
  const isWhole = columns.length === 1 && columns[0]!.start <= margin && columns[0]!.end >= whole.trimEnd().length;
  if (isWhole && label === '') return [`${gutter}${text}`];
  return [`${gutter}${text}`, `${' '.repeat(gutter.length - 2)}│ ${paint(under)}`];
}

/** The part of a line that fits, without its margin where that is needed; what is left out is shown by dots. */
function cut(
  line: string,
  margin: number,
  columns: readonly { readonly start: number; readonly end: number }[],
  width: number,
): { readonly text: string; readonly shift: number } {
  if (line.length <= width) return { text: line, shift: 0 };
  const trimmed = line.slice(margin);
  if (trimmed.length <= width) return { text: trimmed, shift: margin };
  const [first, last] = [columns[0]!, columns.at(-1)!];
  if (last.end - margin < width) return { text: `${trimmed.slice(0, width - 1)}…`, shift: margin };
  // As much before the words that are meant as leaves room for some after them.
  const from = Math.max(margin, Math.min(first.start - 20, last.end + 10 - width + 2));
  if (from === margin) return { text: `${trimmed.slice(0, width - 1)}…`, shift: margin };
  const rest = line.slice(from, from + width - 2);
  return { text: `…${rest}${from + width - 2 < line.length ? '…' : ''}`, shift: from - 1 };
}

function marks(
  columns: readonly { readonly start: number; readonly end: number }[],
  label: string,
  width: number,
): string {
  let under = '';
  for (const { start, end } of columns) under = under.padEnd(start) + '─'.repeat(Math.max(1, end - start));
  if (label === '') return under;
  const start = columns[0]!.start;
  if (under.length + 1 + label.length <= width) return `${under} ${label}`;
  // Where there is no room after the mark, what is said of it stands before it, or not at all.
  const before = columns.length === 1 && label.length < start;
  return before ? `${label.padStart(start - 1)} ${under.trimStart()}` : under;
}
