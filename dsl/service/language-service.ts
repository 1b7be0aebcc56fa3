import type { Day } from '../../register/day.ts';
import type { Diagnostic, Fix } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { CheckOptions } from '../check/read-policies.ts';
import type { Highlight } from './highlight.ts';
import type { Hover } from './hover.ts';
import type { OutlineEntry } from './outline.ts';
import type { StandingDiagnostic } from './standing-diagnostics.ts';
import { readPolicies } from '../check/read-policies.ts';
import { formatPolicy } from '../format/format.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover.ts';
import { outline } from './outline.ts';
import { standingDiagnostics } from './standing-diagnostics.ts';

/** What an editor may ask. Offsets in, plain data out; no protocol, no clock, no disk. */
export interface LanguageService {
  /** What there is to say about all these documents, read together, so that each finds its layers. */
  diagnostics(documents: readonly Source[]): readonly Diagnostic[];
  /** Where a document breaches law or guidance today, read together with those beside it. */
  standings(source: Source, documents: readonly Source[], today: Day): readonly StandingDiagnostic[];
  /** What a document declares, in the order of the text; of a broken document, all of it that parses. */
  outline(source: Source): readonly OutlineEntry[];
  /** What the word at an offset means, or undefined. `documents` are where the layers of `source` are looked for. */
  hover(source: Source, offset: number, documents?: readonly Source[]): Hover | undefined;
  /** The whole text, laid out. */
  format(source: Source): string;
  /** The kind of each word, for colouring, in the order of the text. */
  highlight(source: Source): readonly Highlight[];
  /** Edits that cure a diagnostic, the likeliest first. */
  fixes(diagnostic: Diagnostic): readonly Fix[];
}

export function createLanguageService(options: CheckOptions): LanguageService {
  return {
    diagnostics: (documents) => readPolicies(documents, options).diagnostics,
    standings: (source, documents, today) =>
      standingDiagnostics(source, readPolicies(documents, options), options.rulebook, today),
    outline,
    hover: (source, offset, documents = []) => {
      const all = documents.includes(source) ? documents : [source, ...documents];
      return hover(source, offset, readPolicies(all, options), options.rulebook);
    },
    format: formatPolicy,
    highlight,
    fixes: ({ fixes }) => fixes,
  };
}
