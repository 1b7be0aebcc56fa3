import type { Place } from '../../resolve/policy.ts';
import type { Source } from '../../text/source.ts';
import { lineStarts, lineText, placeAt } from '../../text/source.ts';

/**
 * The heads of the blocks round a clause, `when at least 11 school days in a row {`, innermost first: told by what stands
 * before it and further to the left.
 */
export function headsAbove({ source, span, ...rest }: Place): readonly Place[] {
  const { line } = placeAt(source, span.start);
  const starts = lineStarts(source);
  const heads: Place[] = [];
  let margin = indentOf(source, line);
  for (let above = line - 1; above > 0 && margin > 0; above--) {
    const text = lineText(source, above);
    const indent = indentOf(source, above);
    if (text.trim() === '' || indent >= margin) continue;
    margin = indent;
    const start = starts[above - 1]! + indent;
    if (/^(?:when|while|where) /.test(text.trimStart()))
      heads.push({ ...rest, source, span: { start, end: starts[above - 1]! + text.length } });
  }
  return heads;
}

function indentOf(source: Source, line: number): number {
  return /^\s*/.exec(lineText(source, line))![0].length;
}
