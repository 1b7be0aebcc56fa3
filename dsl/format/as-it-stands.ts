import type { Parsed } from '../syntax/parse.ts';
import type { Item } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** The statements of the top level, and the stretches to be left alone because their braces do not match. */
export interface TopLevel {
  readonly items: readonly Item[];
  readonly untouched: readonly Span[];
}

/**
 * Where a brace has no partner, nobody can say what stands in what: laying out by the wrong guess would indent the rest
 * of the file. The statement with the fault is left as it stands, up to (or from) a statement that begins its line.
 */
export function topLevel({ file, diagnostics, tokens }: Parsed): TopLevel {
  const { text } = file.source;
  const open = [...placesOf(diagnostics, 'missing-brace'), ...placesOf(diagnostics, 'missing-opening-brace')];
  const extra = placesOf(diagnostics, 'extra-brace');
  const beginsLine = (offset: number): boolean => offset === 0 || text[offset - 1] === '\n';
  const unclosed = (item: Item): boolean => open.some((place) => item.span.start < place && place < item.span.end);
  const items: Item[] = [];
  const untouched: Span[] = [];

  const take = (found: readonly Item[]): void => {
    for (const item of found) {
      items.push(item);
      if (!unclosed(item)) continue;
      const next = insideOf(item, unclosed).find(({ span }) => beginsLine(span.start))?.span.start ?? item.span.end;
      untouched.push({ start: item.span.start, end: next });
      takeFrom(item, next);
    }
  };
  const takeFrom = (item: Item, next: number): void => {
    for (const each of bodyOf(item)) {
      if (each.span.start >= next) take([each]);
      else if (unclosed(each)) takeFrom(each, next);
    }
  };
  take(file.items);

  for (const place of extra) {
    const isInside = (offset: number): boolean => items.some(({ span }) => span.start < offset && offset < span.end);
    const from = tokens.findLast(({ startOffset: start }) => start < place && beginsLine(start) && !isInside(start));
    untouched.push({ start: from?.startOffset ?? 0, end: place + 1 });
  }
  return { items, untouched: merged(untouched) };
}

function placesOf(diagnostics: Parsed['diagnostics'], code: string): readonly number[] {
  return diagnostics.filter((each) => each.code === code).map((each) => each.span.start);
}

/** The statements that stand in an unclosed body, and in unclosed bodies within. */
function insideOf(item: Item, unclosed: (item: Item) => boolean): readonly Item[] {
  return bodyOf(item).flatMap((each) => (unclosed(each) ? [each, ...insideOf(each, unclosed)] : [each]));
}

function bodyOf(item: Item): readonly Item[] {
  return 'body' in item ? item.body : [];
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start < last.end) result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
