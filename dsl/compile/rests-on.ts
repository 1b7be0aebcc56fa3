import type { Condition, Contradiction, Policy, Rule } from '../resolve/policy.ts';

/** Contradictions of which the policy says no part to act on, and on a part of which a rule rests. */
export function contradictionsBehind(policy: Policy, rule: Rule): readonly Contradiction[] {
  const open = policy.contradictions.filter((each) => each.actsOn === undefined);
  if (open.length === 0) return [];
  const names = clausesBehind(policy, rule);
  return open.filter((each) => each.between.some((part) => names.has(part)));
}

/** The clauses that a rule rests on, by name: its own, its stage with what brings that, and the tests it names, whatever they name. */
function clausesBehind(policy: Policy, rule: Rule): ReadonlySet<string> {
  const names = new Set<string>([rule.id]);
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const test = policy.thresholds.find((each) => each.name === name);
    if (test) namedIn(test.condition).forEach(add);
  };
  if (rule.paper !== undefined) add(rule.paper);
  if (rule.act.kind === 'verb') rule.act.objects.forEach(add);
  if (rule.stage) {
    add(`${rule.stage.ladder}.${rule.stage.stage}`);
    const ladder = policy.ladders.find((each) => each.name === rule.stage!.ladder);
    const entry = ladder?.stages.find((each) => each.name === rule.stage!.stage)?.entry;
    if (entry && 'condition' in entry) namedIn(entry.condition).forEach(add);
  }
  const conditions = [...rule.blocks, ...rule.guards].map((each) => each.condition);
  for (const condition of rule.gate ? [...conditions, rule.gate] : conditions) namedIn(condition).forEach(add);
  return names;
}

function namedIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(namedIn);
    case 'readings':
      return condition.readings.flatMap(namedIn);
    case 'not':
    case 'unless':
      return namedIn(condition.part);
    case 'named':
    case 'met':
      return [condition.name];
    case 'at stage':
      return [`${condition.ladder}.${condition.stage}`];
    default:
      return [];
  }
}
