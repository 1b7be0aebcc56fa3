import type { Diagnostic, Fix } from '../../dsl/text/diagnostic.ts';
import type { CheckOptions } from '../../dsl/check/read-policies.ts';
import type { Expectation } from './marked-source.ts';
import { runExamples } from '../../dsl/cases/examples.ts';
import { readPolicies } from '../../dsl/check/read-policies.ts';
import { england } from '../../dsl/rulebook/england.generated.ts';
import { placeAt } from '../../dsl/text/source.ts';
import { codes } from './code-table.ts';
import { readMarked } from './marked-source.ts';

export type Told = Expectation & { readonly column: number };

export interface Checked {
  readonly text: string;
  readonly found: readonly Told[];
  readonly expected: readonly Expectation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a text whose mistakes are marked: what is found, beside what the marks expect. */
export function checkPolicy(
  marked: string,
  options: Partial<CheckOptions> = {},
  ...others: readonly string[]
): Checked {
  const { text, expected } = readMarked(marked);
  const diagnostics = diagnose(text, options, ...others);
  return { text, expected, diagnostics, found: diagnostics.map(told) };
}

/** Everything there is to say of a text, its examples run, others standing beside it. */
export function diagnose(
  text: string,
  options: Partial<CheckOptions> = {},
  ...others: readonly string[]
): readonly Diagnostic[] {
  const own = { name: 'example.att', text };
  const sources = [own, ...others.map((each, index) => ({ name: `other-${index}.att`, text: each }))];
  const set = readPolicies(sources, { rulebook: england, ...options });
  const policy = [...set.policies.values()].find((each) => each.source === own);
  const failures = policy ? runExamples(policy, codes).flatMap((each) => each.failures) : [];
  return [...set.diagnostics.filter((each) => each.source === own), ...failures];
}

function told({ source, span, severity, message }: Diagnostic): Told {
  // What has no words is marked by one caret.
  const at = source.text.slice(span.start, Math.max(span.end, span.start + 1)).split('\n')[0]!;
  return { severity, message, at, ...placeAt(source, span.start) };
}

/** A text with the edits of a fix made. */
export function applied(text: string, fix: Fix): string {
  return fix.edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((so, edit) => so.slice(0, edit.span.start) + edit.text + so.slice(edit.span.end), text);
}
