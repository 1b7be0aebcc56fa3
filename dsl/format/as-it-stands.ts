import type { Parsed } from '../syntax/parse.ts';
import type { Item } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import * as t from '../syntax/tokens.ts';

/**
 * Where a brace has no partner, the indentation alone says what stands in what, and laying out by a wrong guess would
 * change it. Then only such statements of the top level are laid out as begin at the margin, parse, and have their
 * lines to themselves. Everything between them is left alone.
 */
export function leftAlone(parsed: Parsed): readonly Span[] {
  if (bracesMatch(parsed)) return [];
  const left: Span[] = [];
  let from = 0;
  for (const item of parsed.file.items) {
    if (!standsAlone(parsed, item)) continue;
    left.push({ start: from, end: item.span.start });
    from = item.span.end;
  }
  return [...left, { start: from, end: Infinity }];
}

function bracesMatch({ tokens, diagnostics }: Parsed): boolean {
  const count = (type: unknown): number => tokens.filter((token) => token.tokenType === type).length;
  return count(t.OpenBrace) === count(t.CloseBrace) && !diagnostics.some(({ code }) => code.endsWith('-brace'));
}

function standsAlone({ file, diagnostics }: Parsed, { span }: Item): boolean {
  const { text } = file.source;
  const beginsAtMargin = span.start === 0 || text[span.start - 1] === '\n';
  const endsItsLine = /^[^\S\n]*(?:\/\/|\n|$)/.test(text.slice(span.end, span.end + 200));
  const faults = [...diagnostics.map((each) => each.span), ...file.cutShort];
  return beginsAtMargin && endsItsLine && !faults.some(({ start }) => span.start <= start && start < span.end);
}
