import type { Parsed } from '../syntax/parse.ts';
import type { Item } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Element } from './elements.ts';
import type { Line, Piece } from './line.ts';
import { leftAlone } from './as-it-stands.ts';
import { nameColumns } from './columns.ts';
import { elementsOf } from './elements.ts';
import { breaksBefore, isOpen, leastGap } from './gaps.ts';

/** A parsed text as lines: which pieces stand on which line, and how deep; their columns are lined up afterwards. */
export function layOut(parsed: Parsed): readonly Line[] {
  const layout = new Layout(parsed);
  return layout.lines;
}

/** Walks the elements of a text once, statement by statement. */
class Layout {
  readonly lines: Line[] = [];
  private readonly text: string;
  private readonly elements: readonly Element[];
  private readonly leftAlone: readonly Span[];
  private readonly faults: readonly number[];
  private at = 0;
  private tables = 0;

  constructor(parsed: Parsed) {
    this.text = parsed.file.source.text;
    this.elements = elementsOf(parsed);
    const faults = parsed.diagnostics.filter((each) => faulty.has(each.code)).map((each) => each.span.start);
    this.faults = [...faults, ...parsed.file.cutShort.map(({ start }) => start)];
    this.leftAlone = leftAlone(parsed);
    this.body(parsed.file.items, Infinity, 0);
  }

  /** Statements, and what stands between them, up to an offset. */
  private body(items: readonly Item[], end: number, depth: number): void {
    const starts = new Map(items.map((item) => [item.span.start, item]));
    let before: { readonly item: Item; readonly table: number } | undefined;
    let isFirst = true;
    for (let element = this.next(end); element; element = this.next(end)) {
      if (element.lineBreaks > 1 && !isFirst) this.blankLine();
      isFirst = false;
      const item = starts.get(element.start);
      const alone = this.leftAlone.find((span) => span.start <= element.start && element.start < span.end);
      if (alone) this.asItStands(alone.end);
      else if (element.type === 'comment') this.comment(element, depth);
      else if (!item) this.asItStands(Math.min(end, this.startAfter(element, starts)));
      else {
        const follows = before?.item.kind === item.kind && element.lineBreaks < 2;
        before = { item, table: follows ? before!.table : this.tables++ };
        this.statement(item, depth, before.table);
        continue;
      }
      before = element.lineBreaks === 0 ? before : undefined;
    }
  }

  private next(end: number): Element | undefined {
    const element = this.elements[this.at];
    return element && element.start < end ? element : undefined;
  }

  private startAfter(element: Element, starts: ReadonlyMap<number, Item>): number {
    const found = this.elements.find((each) => each.start > element.start && starts.has(each.start));
    return found?.start ?? Infinity;
  }

  private statement(item: Item, depth: number, table: number): void {
    const { start, end } = item.span;
    const open = 'body' in item ? this.elements.find((each) => each.start >= start && isOpen(each)) : undefined;
    const brace = open && open.start < end ? open : undefined;
    const compact = brace && this.staysOnLine(item, brace.start);
    if (item.kind === 'broken' || this.isFaulty(start, brace?.start ?? end)) {
      if (!brace || compact) return this.asItStands(end);
      this.asItStands(brace.end);
    } else {
      this.newLine(depth, item.kind, table);
      this.pieces(compact === 'laid out' ? end : (brace?.start ?? end), depth);
      nameColumns(this.lines.findLast((line) => line.table === table)!);
      if (!brace || compact === 'laid out') return;
      if (compact) return this.asItStands(end, 1);
      this.pieces(brace.end, depth);
    }
    this.body('body' in item ? item.body : [], end - 1, depth + 1);
    this.newLine(depth);
    this.pieces(end, depth);
  }

  /** The elements before an offset, on as many lines as the author gave them, all but the first indented. */
  private pieces(end: number, depth: number): void {
    for (let element = this.next(end); element; element = this.next(end)) {
      const before = this.elements[this.at - 1];
      const last = this.lines.at(-1)!.pieces.at(-1);
      if (last && before && breaksBefore(before, element)) this.newLine(this.endsIn(end) ? depth : depth + 1);
      this.add(element);
    }
  }

  /** Comments inside the last phrase of a statement come after it. */
  private endsIn(end: number): boolean {
    for (let index = this.at; (this.elements[index]?.start ?? Infinity) < end; index++) {
      if (this.elements[index]!.type !== 'comment') return false;
    }
    return true;
  }

  /**
   * A body stays on its line where the author wrote it so and it holds no more than one statement, itself so. What does
   * not parse in it is left as it stands.
   */
  private staysOnLine(item: Item, open: number): 'laid out' | 'as it stands' | undefined {
    const body = 'body' in item ? item.body : [];
    if (this.text.slice(open, item.span.end).includes('\n')) return undefined;
    if (body.some(({ kind }) => kind === 'broken')) return 'as it stands';
    if (body.length > 1) return undefined;
    const [only] = body;
    const inside = this.elements.filter(({ start }) => start > open && start < item.span.end - 1);
    const isStray = ({ start }: Element): boolean => !only || start < only.span.start || start >= only.span.end;
    if (inside.some(isStray) || this.isFaulty(open, item.span.end)) return 'as it stands';
    const nested = inside.find(isOpen);
    return only && nested ? this.staysOnLine(only, nested.start) : 'laid out';
  }

  private isFaulty(start: number, end: number): boolean {
    return this.faults.some((place) => place >= start && place < end);
  }

  private comment(element: Element, depth: number): void {
    const before = this.lines.at(-1)?.pieces.at(-1);
    if (element.lineBreaks > 0 || !before || before.type === 'comment') this.newLine(depth);
    this.add(element);
  }

  /** The elements before an offset, with every space and line break between them. */
  private asItStands(end: number, gap = this.elements[this.at]!.gap): void {
    const first = this.elements[this.at]!;
    let last = this.at;
    for (let index = this.at; (this.elements[index]?.start ?? Infinity) < end; index++) {
      const element = this.elements[index]!;
      if (element.type !== 'comment' || element.lineBreaks === 0) last = index;
    }
    // A comment inside a phrase ends before the phrase does.
    const taken = this.elements.slice(this.at, last + 1);
    const text = this.text.slice(first.start, Math.max(...taken.map((element) => element.end)));
    this.at = last + 1;
    const piece = { type: 'as it stands', given: first.gap, column: undefined } as const;
    const before = this.lines.at(-1)?.pieces.at(-1);
    if (first.lineBreaks === 0 && before && before.type !== 'comment') {
      this.lines.at(-1)!.pieces.push({ ...piece, text, gap });
      return;
    }
    const margin = first.lineBreaks > 0 || !before ? this.margin(first.start) : '';
    this.newLine(0);
    this.lines.at(-1)!.pieces.push({ ...piece, text: margin + text, gap: 0 });
  }

  /** The space a line begins with. */
  private margin(offset: number): string {
    return this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset).replace('\ufeff', '');
  }

  private newLine(indent: number, kind?: Item['kind'], table?: number): void {
    this.lines.push({ indent, pieces: [], table, kind });
  }

  private blankLine(): void {
    if (this.lines.length > 0) this.newLine(0);
  }

  private add(element: Element): void {
    const { pieces } = this.lines.at(-1)!;
    const before = pieces.at(-1);
    const given = element.lineBreaks === 0 ? element.gap : 0;
    const type: Piece['type'] = element.type === 'unknown' ? 'as it stands' : element.type;
    const column = type === 'comment' ? 'comment' : undefined;
    pieces.push({ text: element.text, type, gap: before ? leastGap(before, type) : 0, given, column });
    this.at++;
  }
}

/** Complaints about statements that parse all the same, and are left as they stand. */
const faulty: ReadonlySet<string> = new Set(['subject-not-first', 'unexpected-character', 'unclosed-text']);
