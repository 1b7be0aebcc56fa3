import type * as n from '../syntax/tree.ts';
import type { SchoolKind } from '../rulebook/rulebook.ts';
import type { Policy } from './policy.ts';
import type { Scope } from './scope.ts';
import { schoolKinds } from '../rulebook/rulebook.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { replaceFix } from '../text/report.ts';
import { withLayers } from './layers.ts';
import { schoolPhases } from './policy.ts';
import { placeOf } from './scope.ts';

/** `school is academy, primary`: one kind, and any number of phases; a name that is neither is told, and so is a second kind. */
export function schoolKindOf(scope: Scope, header: n.Header | undefined): Pick<Policy, 'kind' | 'phases'> {
  let kind: Policy['kind'];
  const phases: Policy['phases'][number][] = [];
  for (const item of header?.body ?? []) {
    if (item.kind !== 'detail' || item.word !== 'school is') continue;
    const place = placeOf(scope, 'school', item.span, item.marks);
    for (const name of item.parties?.names ?? []) {
      const phase = schoolPhases.find((each) => each === name.name);
      const is = kinds.get(name.name);
      if (phase) phases.push({ is: phase, place });
      else if (!is) reportUnknown(scope, name);
      else if (kind && kind.is !== is) scope.report('two-school-kinds', name.span, [nameOf(kind.is), name.name]);
      else kind = { is, place };
    }
  }
  return { kind, phases };
}

/** The kind of school that a policy says, or else the nearest layer above it that does. */
export function kindOf({ kind, under }: Pick<Policy, 'kind' | 'under'>): Policy['kind'] {
  return kind ?? under.flatMap(withLayers).find((layer) => layer.kind !== undefined)?.kind;
}

const kinds: ReadonlyMap<string, SchoolKind> = new Map(schoolKinds.map((kind) => [nameOf(kind), kind]));

function nameOf(kind: SchoolKind): string {
  return kind.replaceAll(' ', '-');
}

function reportUnknown(scope: Scope, { name, span }: n.NameNode): void {
  const near = didYouMean(name, [...kinds.keys(), ...schoolPhases]);
  const hint = near.length > 0 ? `; did you mean “${near[0]}”?` : '';
  const fixes = near.map((each) => replaceFix(`write “${each}”`, span, each));
  scope.report('unknown-school-kind', span, [name, hint], { fixes });
}
