/** What a marked source expects of a line: `^^^ error: words` under it, the carets below the words meant. */
export interface Expectation {
  readonly severity: string;
  readonly message: string;
  /** The words underlined. */
  readonly at: string;
  readonly line: number;
}

const marker = /^(\s*)(\^+) (error|warning|information): (.*)$/;

/**
 * A text with its mistakes marked as in a terminal: a line of carets under the words that a message is about. Carets
 * under the first two columns cannot be written; nothing of a policy that goes wrong stands there alone.
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
    const [, indent, carets, severity, message] = match;
    const above = lines.at(-1) ?? '';
    expected.push({
      severity: severity!,
      message: message!,
      at: above.slice(indent!.length, indent!.length + carets!.length),
      line: lines.length,
    });
  }
  return { text: lines.join('\n'), expected };
}
