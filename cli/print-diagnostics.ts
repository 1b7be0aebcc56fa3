import { placeAt, printDiagnostic } from '../dsl/index.ts';
import type { Diagnostic } from '../dsl/index.ts';
import type { Context } from './context.ts';

/** Diagnostics for a terminal, an empty line between them. */
export function printDiagnostics(
  { out, colour, columns }: Pick<Context, 'out' | 'colour' | 'columns'>,
  diagnostics: readonly Diagnostic[],
): void {
  for (const diagnostic of diagnostics) out(`${printDiagnostic(diagnostic, { colour, columns })}\n\n`);
}

/** A diagnostic for a program: lines and columns from 1, the end after the last character. */
export function diagnosticJson({ code, severity, message, source, span, related, fixes }: Diagnostic): unknown {
  return {
    code,
    severity,
    message,
    file: source.name,
    start: placeAt(source, span.start),
    end: placeAt(source, span.end),
    related: related.map((each) => ({
      message: each.message,
      file: each.source.name,
      start: placeAt(each.source, each.span.start),
    })),
    fixes: fixes.map(({ title }) => title),
  };
}
