import type { TextEdit } from './diagnostic.ts';

/** A text with edits made in it that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((so, { span, text: to }) => so.slice(0, span.start) + to + so.slice(span.end), text);
}
