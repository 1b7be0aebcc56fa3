import type { Diagnostic, Fix } from '../../dsl/text/diagnostic.ts';
import type { CheckOptions } from '../../dsl/check/read-policies.ts';
import { readPolicies } from '../../dsl/check/read-policies.ts';
import { england } from '../../dsl/rulebook/england.generated.ts';
import { placeAt } from '../../dsl/text/source.ts';
import { readMarked } from './marked-source.ts';
import type { Expectation } from './marked-source.ts';

/** The head that a text without one is put under. */
export const head = 'policy example "Example" in force from 1 September 2023';

export interface Checked {
  readonly text: string;
  readonly found: readonly Expectation[];
  readonly expected: readonly Expectation[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a text whose mistakes are marked. Information (never used, lacks cite) is left out unless the text marks
 * some, so that a test says only what it is about.
 */
export function checkPolicy(
  marked: string,
  options: Partial<CheckOptions> = {},
  ...others: readonly string[]
): Checked {
  const { text, expected } = readMarked(marked);
  const diagnostics = diagnose(text, options, others);
  const told = expected.some((each) => each.severity === 'information');
  const own = diagnostics.filter((each) => each.severity !== 'information' || told);
  const found = own.map((each) => ({
    severity: each.severity,
    message: each.message,
    at: firstLine(each.source.text.slice(each.span.start, each.span.end)),
    line: placeAt(each.source, each.span.start).line,
  }));
  return { text, found, expected, diagnostics: own };
}

/** Everything there is to say of a text, others standing beside it. */
export function diagnose(
  text: string,
  options: Partial<CheckOptions> = {},
  others: readonly string[] = [],
): readonly Diagnostic[] {
  const own = { name: 'example.att', text };
  const sources = [own, ...others.map((each, index) => ({ name: `other-${index}.att`, text: each }))];
  return readPolicies(sources, { rulebook: england, ...options }).diagnostics.filter((each) => each.source === own);
}

/** A text with the edits of a fix made. */
export function applied(text: string, fix: Fix): string {
  return fix.edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((so, edit) => so.slice(0, edit.span.start) + edit.text + so.slice(edit.span.end), text);
}

function firstLine(text: string): string {
  return text.split('\n')[0]!;
}
