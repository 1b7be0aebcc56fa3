import type { Diagnostic } from './diagnostic.ts';
import { catalogue } from './catalogue.ts';
import { frame } from './frame.ts';
import { headline, keyed, numbered, paints } from './house-form.ts';
import { placeAt } from './source.ts';
import { usualWidth } from './wrap.ts';

export interface PrintOptions {
  readonly colour: boolean;
  /** The width of the terminal. */
  readonly columns?: number | undefined;
}

/**
 * A diagnostic for a terminal: the place, the line it is about with the words underlined, other places, and the fixes
 * (or the cure, where no edit can be offered).
 */
export function printDiagnostic(diagnostic: Diagnostic, options: PrintOptions = { colour: false }): string {
  const { severity, code, message, source, span, related, fixes } = diagnostic;
  const width = options.columns ?? usualWidth;
  const paint = paints(options.colour)[severity];
  const place = placeAt(source, span.start);
  return [
    headline({ word: severity, id: code, text: message, where: placeWords(source.name, place) }, width, paint),
    ...frame({ source, marked: [span], label: '' }, width, paint),
    ...related.map((each) => {
      const at = placeAt(each.source, each.span.start);
      return keyed('see', `${each.message}    ${placeWords(each.source.name, at)}`, width);
    }),
    keyed('fix', fixes.length > 0 ? numbered(fixes.map(({ title }) => title)) : catalogue[code].cure, width),
  ].join('\n');
}

function placeWords(name: string, { line, column }: { readonly line: number; readonly column: number }): string {
  return `${name}:${line}:${column}`;
}
