import type { Condition, Policy, Rule } from '../../resolve/policy.ts';
import type { Verdict } from './comparison.ts';
import { looser } from './comparison.ts';
import { conditionLooser } from './condition-looser.ts';
import { meaningOf, nameIn } from './same-meaning.ts';

/**
 * Whether a sentence asks under more conditions than the one it refines: what must hold (blocks, `if`, a gate, a stage)
 * must hold there too, and every exception must be an exception there. An added one leaves pupils out.
 */
export function guardsLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  const asked = conditionsOf(above);
  const added = conditionsOf(own).flatMap((condition): readonly Verdict[] => {
    if (isOfItsPaper(policy, condition, layer, above)) return [];
    const found = asked.map((each) => conditionLooser({ policy, condition }, { policy: layer, condition: each }));
    if (found.some((each) => each.length === 0)) return [];
    const later = found.flat().find((each) => each.kind === 'looser');
    return later
      ? [later]
      : looser(`it adds the condition “${condition.words}”`, `it does not ask for “${condition.words}” any more`);
  });
  const exceptionsAbove = exceptionsOf(above).map((each) => meaningOf(layer, each));
  const excepted = exceptionsOf(own)
    .filter((each) => !exceptionsAbove.includes(meaningOf(policy, each)))
    .flatMap((each) =>
      looser(`it adds the exception “unless ${each.words}”`, `it leaves out the exception “unless ${each.words}”`),
    );
  return [...added, ...excepted, ...homeLooser(policy, own, layer, above)];
}

/** All that must hold before a sentence asks anything, `and` taken apart. */
export function conditionsOf(rule: Rule): readonly Condition[] {
  const guards = rule.guards.filter(({ kind }) => kind === 'if');
  const all = [...rule.blocks, ...guards].map(({ condition }) => condition);
  return [...all, ...(rule.gate ? [rule.gate] : [])].flatMap(apart);
}

function apart(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.parts.flatMap(apart) : [condition];
}

function exceptionsOf({ guards }: Rule): readonly Condition[] {
  return guards.filter(({ kind }) => kind === 'unless').map(({ condition }) => condition);
}

/** What stands in the body of a leave or a paper waits for it anyway. */
function isOfItsPaper(policy: Policy, condition: Condition, layer: Policy, above: Rule): boolean {
  if (condition.kind !== 'happened' || above.paper === undefined) return false;
  return nameIn(policy, condition.event.name) === nameIn(layer, above.paper);
}

/** A stage, a paper or a review that a sentence stands in is a condition too. */
function homeLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  const home = (of: Policy, { stage, review, paper }: Rule): readonly (readonly [string, string | undefined])[] => [
    ['stage', stage && nameIn(of, `${stage.ladder}.${stage.stage}`)],
    ['review', review && nameIn(of, review)],
    ['paper', paper && nameIn(of, paper)],
  ];
  const outer = new Map(home(layer, above));
  return home(policy, own).flatMap(([what, name]) =>
    name === undefined || outer.get(what) === name
      ? []
      : looser(`it holds only in the ${what} “${name}”`, `it does not hold only in the ${what} “${name}”`),
  );
}
