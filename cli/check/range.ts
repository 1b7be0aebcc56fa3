import { lineText, placeAt } from '../../dsl/index.ts';
import type { Source, Span } from '../../dsl/index.ts';
import type { FoundPlace } from './found.ts';

/** A piece of a file by lines and columns. */
export function rangeOf(source: Source, span: Span): FoundPlace {
  return { file: source.name, start: placeAt(source, span.start), end: placeAt(source, span.end) };
}

/** The words of a line, from 1. */
export function lineOf(source: Source, line: number): FoundPlace {
  const text = lineText(source, line);
  const start = text.length - text.trimStart().length + 1;
  return { file: source.name, start: { line, column: start }, end: { line, column: text.trimEnd().length + 1 } };
}
