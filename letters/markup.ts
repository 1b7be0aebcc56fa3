/**
 * The small HTML subset that templates are written in: every tag, where it may stand, and what may stand in it.
 * Nothing takes an attribute. `lines` is text parted by `<br>`; `runs` is text with `<strong>` and `<em>`.
 */
export interface Tag {
  readonly name: string;
  readonly within: readonly (string | undefined)[];
  readonly holds: 'lines' | 'runs' | 'text' | 'tags' | 'nothing';
  readonly says: string;
}

const top = [undefined];
const runs = ['p', 'h1', 'h2', 'li', 'th', 'td'];

export const tags: readonly Tag[] = [
  { name: 'letterhead', within: top, holds: 'lines', says: 'the school’s name, then its address, line by line' },
  { name: 'address', within: top, holds: 'lines', says: 'the addressee, for the window of the envelope' },
  { name: 'date', within: top, holds: 'text', says: 'the day on the letter' },
  { name: 'reference', within: top, holds: 'text', says: 'the reference to quote' },
  { name: 'h1', within: top, holds: 'runs', says: 'the subject of the letter; there is one' },
  { name: 'h2', within: top, holds: 'runs', says: 'a heading within the letter' },
  { name: 'p', within: top, holds: 'runs', says: 'a paragraph' },
  { name: 'ul', within: top, holds: 'tags', says: 'a list with bullets' },
  { name: 'ol', within: top, holds: 'tags', says: 'a numbered list' },
  { name: 'li', within: ['ul', 'ol'], holds: 'runs', says: 'an entry of a list' },
  { name: 'table', within: top, holds: 'tags', says: 'a table: one thead, then tbody' },
  { name: 'thead', within: ['table'], holds: 'tags', says: 'the header row of a table' },
  { name: 'tbody', within: ['table'], holds: 'tags', says: 'the rows of a table' },
  { name: 'tr', within: ['thead', 'tbody'], holds: 'tags', says: 'a row' },
  { name: 'th', within: ['tr'], holds: 'runs', says: 'the head of a column' },
  { name: 'td', within: ['tr'], holds: 'runs', says: 'a cell' },
  { name: 'strong', within: runs, holds: 'text', says: 'important words' },
  { name: 'em', within: runs, holds: 'text', says: 'stressed words' },
  { name: 'br', within: ['letterhead', 'address', 'signature'], holds: 'nothing', says: 'a new line' },
  { name: 'signature', within: top, holds: 'lines', says: 'the closing words, then who signs, line by line' },
  { name: 'hr', within: top, holds: 'nothing', says: 'a new page' },
];

export function tagNamed(name: string): Tag | undefined {
  return tags.find((tag) => tag.name === name);
}

/** Whether words, not only white space, may stand directly in a tag; `undefined` is the letter itself. */
export function takesText(name: string | undefined): boolean {
  const holds = name === undefined ? 'tags' : tagNamed(name)?.holds;
  return holds === 'lines' || holds === 'runs' || holds === 'text';
}
