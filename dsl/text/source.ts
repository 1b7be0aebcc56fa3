/** A named piece of .att text. The name is what messages call it: a path, or an editor's address of the file. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Line and column, both from 1, as people and terminals count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();

export function placeAt(source: Source, offset: number): Place {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The text of a line, from 1, without its line end. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const from = starts[line - 1];
  if (from === undefined) return '';
  return source.text.slice(from, starts[line] ?? source.text.length).replace(/\r?\n$/, '');
}

/** Offset of the first character of each line. */
export function lineStarts(source: Source): readonly number[] {
  let starts = lineStartsOf.get(source);
  if (!starts) {
    const found = [0];
    for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) found.push(at + 1);
    starts = found;
    lineStartsOf.set(source, starts);
  }
  return starts;
}
