/** What a marked source expects of a line: the words underlined, and the message about them. */
export interface Expectation {
  readonly severity: string;
  readonly message: string;
  /** The words underlined, as far as the end of their first line. */
  readonly at: string;
  readonly line: number;
}

const marker = /^(?:\/\/)?\s*(\^+) (error|warning|information): (.*)$/;

/**
 * A text with its mistakes marked as in a terminal: a line of carets below the words that a message is about, which may
 * be a comment: `//   ^^^^ error: words`. Something that has no words is marked by one caret.
 */
export function readMarked(marked: string): { readonly text: string; readonly expected: readonly Expectation[] } {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of marked.split('\n')) {
    const match = marker.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, carets, severity, message] = match;
    const from = line.indexOf('^');
    const at = (lines.at(-1) ?? '').slice(from, from + carets!.length);
    expected.push({ severity: severity!, message: message!, at, line: lines.length });
  }
  return { text: lines.join('\n'), expected };
}

/** A text with marks under what was found. */
export function writeMarked(
  text: string,
  found: readonly {
    readonly line: number;
    readonly column: number;
    readonly at: string;
    readonly severity: string;
    readonly message: string;
  }[],
): string {
  return text
    .split('\n')
    .flatMap((line, index) => [
      line,
      ...found
        .filter((each) => each.line === index + 1)
        .map(({ column, at, severity, message }) => {
          const indent = column > 2 ? `//${' '.repeat(column - 3)}` : ' '.repeat(column - 1);
          return `${indent}${'^'.repeat(Math.max(1, at.length))} ${severity}: ${message}`;
        }),
    ])
    .join('\n');
}
