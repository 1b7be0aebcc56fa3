import type { DiagnosticCode } from './catalogue.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'information';

/** A mistake in a policy, or something a reader should know, as a value. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly source: Source;
  readonly span: Span;
  /** The other place, when there are two. */
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly source: Source;
  readonly span: Span;
}

/** An edit that cures a diagnostic, offered under its title. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
