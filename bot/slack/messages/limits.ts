/** What Slack takes at most, in characters or items; more is refused whole, so every message keeps to these. */
export const limits = {
  blocks: 50,
  viewBlocks: 100,
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  headerText: 150,
  contextElements: 10,
  contextText: 3000,
  buttonText: 75,
  viewTitle: 24,
  viewButton: 24,
  inputText: 3000,
  messageText: 4000,
} as const;

/** Cuts a text to a length, at a space where there is one near, and marks the cut. Lengths are UTF-16 units, as Slack counts. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = most - 1;
  const space = text.lastIndexOf(' ', room);
  const end = space > Math.max(0, room - 40) ? space : room;
  // Never the first half of a character of two units, nor half an escape such as &amp;.
  const kept = text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/&[a-z]{0,3}$/, '');
  return `${kept}…`;
}

/**
 * Packs lines into as few texts as hold them, none longer than `most` and no line torn unless it alone is too long.
 */
export function pack(lines: readonly string[], most: number): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= most) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(cut(line, most));
  }
  return texts;
}
