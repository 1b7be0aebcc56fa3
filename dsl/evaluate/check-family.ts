import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledPolicy, CompiledRule } from '../compile/compiled-policy.ts';
import type { CompiledLadder } from '../compile/ladder-track.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { AlikeFinding, FamilyFinding } from './family-finding.ts';
import type { Need } from './finding.ts';
import type { Compared } from './treated-alike.ts';
import { formatIsoDay } from '../../register/day.ts';
import { clauseOf, fullName } from '../compile/context.ts';
import { distinct } from '../compile/needs.ts';
import { timeline } from '../compile/timeline.ts';
import { NO, UNKNOWN } from '../compile/truth.ts';
import { treatAlike } from '../resolve/policy.ts';
import { familyOf, policyInForce } from './evaluate.ts';
import { sentenceParts, thingName } from './sentence-parts.ts';
import { leaveCompared, stagesCompared } from './treated-alike.ts';

/**
 * Whether the children of one family are treated alike where the policy, or a layer above it, has them treated alike
 * (`must treat alike term-time-leave for family`): the same leave decided differently, or another stage in the same
 * circumstances. Give the case of every child that is known; the same cases and day give the same finding.
 */
export function checkFamily(compiled: CompiledPolicy, cases: readonly PupilCase[], asAt: Day): FamilyFinding {
  const children = cases.map((about) => timeline(about, asAt, compiled.classes));
  const ladders = compiled.layers.flatMap((layer) => layer.ladders);
  const alike = compiled.layers.flatMap((layer) =>
    layer.rules.filter(isAlike).flatMap((rule) => findingsOf(rule, layer, children, ladders)),
  );
  const [first] = cases;
  return {
    kind: 'family finding',
    policy: policyInForce(compiled, asAt),
    asAt: formatIsoDay(asAt),
    family: first ? familyOf(first) : null,
    alike,
  };
}

function isAlike({ rule }: CompiledRule): boolean {
  return rule.mode === 'duty' && rule.act.kind === 'verb' && rule.act.verb === treatAlike;
}

function findingsOf(
  compiled: CompiledRule,
  layer: CompiledLayer,
  children: readonly Timeline[],
  ladders: readonly CompiledLadder[],
): readonly AlikeFinding[] {
  const { rule } = compiled;
  const unsettled = lacking(compiled, children);
  if (unsettled === 'does not apply' || rule.act.kind !== 'verb') return [];
  return rule.act.objects.flatMap((name) => {
    const ladderOf = (each: string | undefined): CompiledLadder | undefined =>
      ladders.find((ladder) => each !== undefined && ladder.name === fullName(layer.context, each));
    const ladder = ladderOf(name);
    const compared = ladder
      ? stagesCompared([ladder, ladderOf(rule.about[0])], children)
      : leaveCompared(layer, name, children);
    return compared.map((each) => ({
      id: compiled.name,
      words: rule.words,
      strength: rule.strength,
      subject: sentenceParts(compiled, layer).subject,
      what: thingName(layer, name),
      ...each,
      ...settled(each, unsettled),
      clause: clauseOf(rule.place, layer.prefix),
    }));
  });
}

/** Where it is open whether the rule applies, a difference is an open question. */
function settled({ state, needs }: Compared, unsettled: readonly Need[]): Pick<Compared, 'state' | 'needs'> {
  if (unsettled.length === 0 || state === 'alike') return { state, needs };
  return { state: 'open question', needs: distinct([...unsettled, ...needs]) };
}

/** What is lacking before it can be told whether the rule applies to these children. */
function lacking(compiled: CompiledRule, children: readonly Timeline[]): readonly Need[] | 'does not apply' {
  const needs: Need[] = [];
  for (const child of children) {
    for (const { kind, condition } of [...compiled.blocks, ...compiled.guards]) {
      const holds = condition.holds(child, child.asAt);
      if (kind === 'unless' ? holds !== NO && holds !== UNKNOWN : holds === NO) return 'does not apply';
      if (holds === UNKNOWN) needs.push(...condition.needs(child, child.asAt));
    }
  }
  return distinct(needs);
}
