import type { DiagnosticCode } from './catalogue.ts';
import type { Diagnostic, Fix, RelatedPlace } from './diagnostic.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';
import { catalogue, wording } from './catalogue.ts';

export interface ReportOptions {
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** Makes a diagnostic from the catalogue. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  source: Source,
  span: Span,
  args: Parameters<(typeof catalogue)[Code]['words']>,
  options: ReportOptions = {},
): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    message: wording(code, ...args),
    source,
    span,
    related: options.related ?? [],
    fixes: options.fixes ?? [],
  };
}

/** The fix that writes other words over a span. */
export function replaceFix(title: string, span: Span, text: string): Fix {
  return { title, edits: [{ span, text }] };
}
