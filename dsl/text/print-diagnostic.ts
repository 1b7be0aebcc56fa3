import type { Diagnostic } from './diagnostic.ts';
import { catalogue } from './catalogue.ts';
import { lineText, placeAt } from './source.ts';

export interface PrintOptions {
  readonly colour: boolean;
}

/**
 * A diagnostic for a terminal: the place, the line it is about with the words underlined, other places, and the fixes
 * (or the cure, where no edit can be offered).
 */
export function printDiagnostic(diagnostic: Diagnostic, options: PrintOptions = { colour: false }): string {
  const paint = options.colour ? colours[diagnostic.severity] : plain;
  const { line, column } = placeAt(diagnostic.source, diagnostic.span.start);
  const text = lineText(diagnostic.source, line);
  const gutter = `${line} │ `;
  const width = Math.max(1, Math.min(diagnostic.span.end - diagnostic.span.start, text.length - column + 1));
  const lines = [
    `${paint(`${diagnostic.severity} ${diagnostic.code}`)}  ${diagnostic.message}    ${diagnostic.source.name}:${line}:${column}`,
    `${gutter}${text}`,
    `${' '.repeat(gutter.length + column - 1)}${paint('─'.repeat(width))}`,
  ];
  for (const related of diagnostic.related) {
    const place = placeAt(related.source, related.span.start);
    lines.push(`see  ${related.message}    ${related.source.name}:${place.line}:${place.column}`);
  }
  const fixes = diagnostic.fixes.map((fix, index) => `${index + 1} ${fix.title}`);
  lines.push(`fix  ${fixes.length > 0 ? fixes.join('    ') : catalogue[diagnostic.code].cure}`);
  return lines.join('\n');
}

const plain = (text: string): string => text;
const colours = {
  error: (text: string) => `\u001b[31m${text}\u001b[39m`,
  warning: (text: string) => `\u001b[33m${text}\u001b[39m`,
  information: (text: string) => `\u001b[36m${text}\u001b[39m`,
} as const;
