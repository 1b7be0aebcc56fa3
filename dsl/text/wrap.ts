/** How wide a text for a terminal is where nobody says. */
export const usualWidth = 100;

/** Stands for a space at which no line ends. */
export const heldSpace = '\u00a0';

/** Words in lines of no more than a width, those after the first indented. A word that is longer has a line to itself. */
export function wrap(text: string, width: number, indent: number, first = indent): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const used = lines.length === 0 ? first : indent;
    if (line.trim() !== '' && used + line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line = line === '' && word === '' ? '' : line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(indent)}`).replaceAll(heldSpace, ' ');
}
