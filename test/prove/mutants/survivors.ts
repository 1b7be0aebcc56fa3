import type { CompiledPolicy } from '../../../dsl/compile/compiled-policy.ts';
import type { Policy } from '../../../dsl/resolve/policy.ts';
import type { Source } from '../../../dsl/text/source.ts';
import type { Vector } from '../../../tools/vectors/vector.ts';
import type { Mutant } from './mutants.ts';
import { runExample } from '../../../dsl/cases/examples.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { compilePolicy } from '../../../dsl/compile/compile.ts';
import { withLayers } from '../../../dsl/resolve/layers.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { schools } from '../../../tools/vectors/schools.ts';
import { wrongWith } from '../../../tools/vectors/wrong-with.ts';
import { codes } from '../../support/code-table.ts';

type Policies = ReadonlyMap<string, Policy>;

/** Asks whether anything tells a mutant from the policy as it stands. */
export type Telling = (mutant: Policy, source: Source) => boolean;

/** The mutants, of those given, that read and that nothing tells from the policy. */
export function survivors(
  mutants: readonly Mutant[],
  sources: readonly Source[],
  tellings: readonly Telling[],
): readonly Mutant[] {
  const stand = readPolicies(sources, { rulebook: england }).policies;
  return mutants.filter(({ source }) => {
    const beside = layersOf(source, stand);
    const { policies, diagnostics } = readPolicies([source, ...beside], { rulebook: england });
    if (diagnostics.some((each) => each.source === source && each.severity === 'error')) return false;
    const policy = [...policies.values()].find((each) => each.source === source)!;
    return !tellings.some((tells) => tells(policy, source));
  });
}

/** The sources of the layers above a policy. */
function layersOf({ name }: Source, stand: Policies): readonly Source[] {
  const policy = [...stand.values()].find((each) => each.source.name === name)!;
  return withLayers(policy).flatMap((each) => (each === policy ? [] : [each.source]));
}

/** Whether an example of the policy itself fails. */
export const examplesTell: Telling = (policy) => {
  const compiled = compilePolicy(policy);
  return policy.examples.some((example) => runExample(compiled, example, codes).failures.length > 0);
};

/** Whether a worked case that passes, of the policy or of one under it, no longer does. */
export function vectorsTell(vectors: readonly Vector[], sources: readonly Source[]): Telling {
  const stand = readPolicies(sources, { rulebook: england }).policies;
  const passing = vectors.filter((vector) => wrongWith(vector, compiling(stand)).length === 0);
  return (policy, source) => {
    const others = sources.filter((each) => each.name !== source.name);
    const all = readPolicies([source, ...others], { rulebook: england }).policies;
    const compiled = compiling(all);
    return passing.some((vector) => isUnder(vector, policy, all) && wrongWith(vector, compiled).length > 0);
  };
}

function isUnder(vector: Vector, policy: Policy, all: Policies): boolean {
  const asked = all.get(schools[vector.school]?.policy ?? '');
  return asked !== undefined && withLayers(asked).some((each) => each.id === policy.id);
}

/** Compiles each policy when it is first asked for. */
function compiling(policies: Policies): (id: string) => CompiledPolicy {
  const made = new Map<string, CompiledPolicy>();
  return (id) => {
    const known = made.get(id) ?? compilePolicy(policies.get(id)!);
    made.set(id, known);
    return known;
  };
}
