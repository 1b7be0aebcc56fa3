import type { Condition, Measure, Policy, Rule } from '../../resolve/policy.ts';
import type { CheckingRule } from '../rule.ts';
import { withLayers } from '../../resolve/layers.ts';
import { diagnostic } from '../../text/report.ts';

/** schools-are-not-pupils: what is asked of schools turns on nothing that is true of one pupil: marks, stages, a pupil's facts. */
export const schoolsAreNotPupils: CheckingRule = ({ policy }) =>
  policy.rules
    .filter((rule) => rule.of !== 'pupil')
    .flatMap((rule) =>
      ofPupils(policy, rule).map((what) => diagnostic('asks-of-a-pupil', rule.place.source, rule.place.span, [what])),
    );

function ofPupils(policy: Policy, { blocks, guards, timing }: Rule): readonly string[] {
  const asked = [...blocks, ...guards].flatMap(({ condition }) => pupilWords(policy, condition, new Set()));
  return timing.some((each) => each.kind === 'absence day') ? [...asked, 'an absence day'] : asked;
}

/** The words of those parts of a condition that only a pupil can answer. */
function pupilWords(policy: Policy, condition: Condition, within: ReadonlySet<string>): readonly string[] {
  const inside = (parts: readonly Condition[]) => parts.flatMap((part) => pupilWords(policy, part, within));
  switch (condition.kind) {
    case 'all':
    case 'any':
      return inside(condition.parts);
    case 'readings':
      return inside(condition.readings);
    case 'not':
    case 'unless':
      return inside([condition.part]);
    case 'compare':
      return [condition.measure, condition.to].some(countsMarks) ? [condition.words] : [];
    case 'fact':
      return condition.of === 'pupil' ? [condition.words] : [];
    case 'named': {
      const named = testNamed(policy, condition.name);
      if (!named || within.has(condition.name)) return [];
      return pupilWords(named.policy, named.condition, new Set([...within, condition.name]));
    }
    case 'as set':
    case 'family in':
    case 'born':
    case 'at stage':
    case 'today':
    case 'arriving':
    case 'reason given':
    case 'everyone':
      return [condition.words];
    default:
      return [];
  }
}

function countsMarks(measure: Measure): boolean {
  return measure.kind !== 'constant' && measure.kind !== 'not stated';
}

function testNamed(
  policy: Policy,
  name: string,
): { readonly policy: Policy; readonly condition: Condition } | undefined {
  for (const layer of withLayers(policy)) {
    const own = layer === policy ? name : name.startsWith(`${layer.id}.`) ? name.slice(layer.id.length + 1) : undefined;
    const found = layer.thresholds.find((each) => each.name === own);
    if (found) return { policy: layer, condition: found.condition };
  }
  return undefined;
}
