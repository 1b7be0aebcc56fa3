/**
 * A letter as parts in reading order, told apart by `kind`. It holds text alone, never markup, so both renderers say
 * the same and neither can be talked into anything by a name.
 */
export type LetterTree = readonly Block[];

export type Block =
  Letterhead | AddressBlock | DateLine | ReferenceLine | Heading | Paragraph | List | Table | Signature | PageBreak;

/** Who writes: the school's name, then its address and how to reach it, line by line. */
export interface Letterhead {
  readonly kind: 'letterhead';
  readonly name: string;
  readonly lines: readonly string[];
}

/** To whom: what shows in the window of the envelope. */
export interface AddressBlock {
  readonly kind: 'address';
  readonly lines: readonly string[];
}

export interface DateLine {
  readonly kind: 'date';
  readonly text: string;
}

export interface ReferenceLine {
  readonly kind: 'reference';
  readonly text: string;
}

/** The one heading of level 1 is the subject of the letter. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly content: readonly Inline[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Inline[])[];
}

/** One header row; each row has as many cells. */
export interface Table {
  readonly kind: 'table';
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = readonly Inline[];

/** The closing words, room to sign, then who signs. */
export interface Signature {
  readonly kind: 'signature';
  readonly closing: string;
  readonly lines: readonly string[];
}

export interface PageBreak {
  readonly kind: 'page break';
}

export type Inline = Text | Strong | Emphasis;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

export interface Strong {
  readonly kind: 'strong';
  readonly text: string;
}

export interface Emphasis {
  readonly kind: 'emphasis';
  readonly text: string;
}

/** The words of a run of inlines, without their weight. */
export function inlineText(content: readonly Inline[]): string {
  return content.map((part) => part.text).join('');
}

/** The words of the heading of level 1, or nothing where there is none. */
export function subjectOf(tree: LetterTree): string {
  const heading = tree.find((block) => block.kind === 'heading' && block.level === 1);
  return heading?.kind === 'heading' ? inlineText(heading.content) : '';
}

/** Every piece of text in a tree, in reading order. */
export function textsOf(tree: LetterTree): string[] {
  return tree.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'letterhead':
        return [block.name, ...block.lines];
      case 'address':
        return block.lines;
      case 'date':
      case 'reference':
        return [block.text];
      case 'heading':
      case 'paragraph':
        return [inlineText(block.content)];
      case 'list':
        return block.items.map(inlineText);
      case 'table':
        return [block.header, ...block.rows].flatMap((row) => row.map(inlineText));
      case 'signature':
        return [block.closing, ...block.lines];
      case 'page break':
        break;
    }
    return [];
  });
}
