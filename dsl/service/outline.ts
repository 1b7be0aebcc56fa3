import type { Item, NameNode, TextNode } from '../syntax/tree.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { parse } from '../syntax/parse.ts';

/** One declaration, block or rule of a policy, with what stands in it. */
export interface OutlineEntry {
  /** The word a reader would call it by: `ladder`, `stage`, `letter`, `when`, `rule`, `example` … */
  readonly kind: string;
  /** Its name; for a rule, a block or a note its words; for an example its title. */
  readonly name: string;
  /** The title, where there is one beside the name. */
  readonly detail: string | undefined;
  readonly span: Span;
  /** The name alone, or the head where there is none. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

/** What a policy declares, in the order of the text. Of what does not parse, the name it declares and what stands inside. */
export function outline(source: Source): readonly OutlineEntry[] {
  return entriesOf(source, parse(source).file.items);
}

function entriesOf(source: Source, items: readonly Item[]): readonly OutlineEntry[] {
  return items.flatMap((item) => {
    const children = 'body' in item ? entriesOf(source, item.body) : [];
    if (item.kind === 'broken' && !item.declares) return children;
    const entry = entryOf(source, item);
    return entry ? [{ ...entry, span: item.span, children }] : [];
  });
}

type Named = Pick<OutlineEntry, 'kind' | 'name' | 'detail' | 'nameSpan'>;

function entryOf(source: Source, item: Item): Named | undefined {
  const words = (kind: string, span: Span): Named => {
    const plain = source.text
      .slice(span.start, span.end)
      .replace(/\/\/[^\n]*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const name = plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
    return { kind, name, detail: undefined, nameSpan: span };
  };
  switch (item.kind) {
    case 'header':
      return declared(item.level, item.name, item.title);
    case 'broken':
      return item.declares && declared(item.declares.head, item.declares.name, item.declares.title);
    case 'paper':
      return declared(item.paper, item.name, item.title);
    case 'sentence':
      return words('rule', { start: item.span.start, end: endOfWords(item) });
    case 'when':
    case 'while':
    case 'where':
      return words(item.kind, item.test.span);
    case 'attention':
      return words('attention', item.span);
    case 'for schools':
      return { kind: 'for', name: item.of, detail: undefined, nameSpan: head(item, `for ${item.of}`.length) };
    case 'school day':
      return { kind: item.kind, name: item.kind, detail: undefined, nameSpan: head(item, item.kind.length) };
    case 'half day': {
      const name = item.half === 'AM' ? 'morning' : 'afternoon';
      return {
        kind: 'half day',
        name,
        detail: item.stated ? undefined : 'not stated',
        nameSpan: head(item, name.length),
      };
    }
    case 'arriving row':
      return words('arriving', item.range.span);
    case 'contradiction':
      return {
        kind: item.kind,
        name: item.between.map((each) => each.name).join(', '),
        detail: item.text?.text,
        nameSpan: { start: item.between[0]!.span.start, end: item.between.at(-1)!.span.end },
      };
    case 'departure':
      return {
        kind: item.kind,
        name: item.provision.name,
        detail: item.because?.text,
        nameSpan: item.provision.span,
      };
    case 'note':
      return words('note', item.text.span);
    case 'example':
      return { kind: item.kind, name: item.title.text, detail: undefined, nameSpan: item.title.span };
    case 'fine':
      return words('fine', { start: item.span.start, end: item.marks[0]?.span.start ?? item.span.end });
    case 'move':
    case 'marked':
      return words(item.kind, { start: item.span.start, end: item.marks[0]?.span.start ?? item.span.end });
    case 'detail':
    case 'suppose':
    case 'expect':
      return undefined;
    default:
      return declared(item.kind, item.name, item.title);
  }
}

function declared(kind: string, name: NameNode, title: TextNode | undefined): Named {
  return { kind, name: name.name, detail: title?.text, nameSpan: name.span };
}

function head({ span }: Item, length: number): Span {
  return { start: span.start, end: span.start + length };
}

function endOfWords(item: Extract<Item, { kind: 'sentence' }>): number {
  return item.marks[0]?.span.start ?? item.span.end;
}
