/** A text as Markdown shows it: no character of it marks anything up, calls anybody, or links to anything. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]~|]/g, (mark) => `\\${mark}`)
    .replace(/[@#](?=\w)/g, (mark) => `${mark}<!-- -->`)
    .replace(/:\/\//g, ':<!-- -->//');
}

/** A fenced block; the fence is longer than any run of its mark inside. */
export function fenced(info: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}\n${fence}`;
}

/** What is folded away until a reader opens it. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${plainMarkdown(summary)}</summary>\n\n${body}\n\n</details>`;
}

/** A table; cells are Markdown already, and hold no line break. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
