import { placeAt } from '../../dsl/index.ts';
import type { Source, Span } from '../../dsl/index.ts';
import type { FoundPlace } from './found.ts';

/** A piece of a file by lines and columns. */
export function rangeOf(source: Source, span: Span): FoundPlace {
  return { file: source.name, start: placeAt(source, span.start), end: placeAt(source, span.end) };
}
