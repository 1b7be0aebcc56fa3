import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { RuleStanding } from './standing-rule.ts';
import type { LetterFinding } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { clauseOf } from '../compile/context.ts';
import { doneOn } from './acts-done.ts';
import { nameOf } from './ladders.ts';

/** The papers that a duty sends, and how each stands. Nothing that burdens a family is due before it is proved. */
export function letterFindings(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  standing: Exclude<RuleStanding, { kind: 'not applicable' }>,
): readonly LetterFinding[] {
  const { rule } = compiled;
  if (rule.mode !== 'duty' || rule.act.kind !== 'verb' || rule.act.verb !== 'send') return [];
  const ladder = layer.policy.ladders.find((each) => each.name === rule.stage?.ladder);
  const stage = ladder?.stages.find((each) => each.name === rule.stage?.stage);
  const done = doneOn(compiled, layer, timeline, standing.arose);
  const state = done !== undefined ? 'sent' : stateOf(standing);
  return rule.act.objects.flatMap((name) => {
    const paper = layer.policy.papers.find((each) => each.name === name);
    if (!paper) return [];
    return [
      {
        id: `${layer.prefix}${paper.name}`,
        title: paper.title,
        state,
        stage: stage ? nameOf(stage) : null,
        since: formatIsoDay(standing.arose),
        sent: done === undefined ? null : formatIsoDay(done),
        to: paper.goesTo[0] ?? rule.to[0] ?? null,
        needs: standing.kind === 'undetermined' ? standing.needs : [],
        clause: clauseOf(rule.place, layer.prefix),
      },
    ];
  });
}

function stateOf(standing: Exclude<RuleStanding, { kind: 'not applicable' }>): LetterFinding['state'] {
  if (standing.kind === 'overtaken') return 'overtaken';
  return standing.kind === 'undetermined' ? 'waiting' : 'due';
}
