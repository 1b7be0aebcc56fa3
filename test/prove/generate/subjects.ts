import type { Arbitrary } from 'fast-check';
import { constantFrom, oneof } from 'fast-check';
import type { CompiledPolicy } from '../../../dsl/compile/compiled-policy.ts';
import type { Source } from '../../../dsl/text/source.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { compilePolicy } from '../../../dsl/compile/compile.ts';
import { policyEvents } from '../../../dsl/evaluate/policy-events.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { printDiagnostic } from '../../../dsl/text/print-diagnostic.ts';
import { schoolPolicies } from '../../support/school-policies.ts';
import type { Recordable } from './pupil-case.ts';
import { policyTexts } from './policy-text.ts';

/** A policy to try: the text of a made-up one, or the file name of a real one. */
export const subjects: Arbitrary<string> = oneof(
  { arbitrary: policyTexts, weight: 5 },
  { arbitrary: constantFrom(...schoolPolicies.map(({ name }) => name)), weight: 1 },
);

export interface Subject {
  readonly compiled: CompiledPolicy;
  readonly recordable: readonly Recordable[];
}

const real = new Map<string, Subject>();

export function subjectOf(subject: string): Subject {
  const source = schoolPolicies.find(({ name }) => name === subject);
  if (!source) return subjectIn([{ name: 'example.att', text: subject }]);
  const known = real.get(subject) ?? subjectIn([source, ...schoolPolicies.filter((each) => each !== source)]);
  real.set(subject, known);
  return known;
}

/** The first of the policies, compiled under the others; one with a mistake in it is a mistake of the generator. */
export function subjectIn(sources: readonly Source[]): Subject {
  const set = readPolicies(sources, { rulebook: england });
  const wrong = set.diagnostics.filter((each) => each.severity === 'error');
  if (wrong.length > 0) throw new Error(wrong.map((each) => printDiagnostic(each)).join('\n'));
  const compiled = compilePolicy([...set.policies.values()].find((policy) => policy.source === sources[0])!);
  return { compiled, recordable: policyEvents(compiled) };
}
