import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Contradiction } from '../resolve/policy.ts';
import type { ContradictionFinding, Need } from './finding.ts';
import { clauseOf } from '../compile/context.ts';
import { truthName } from '../compile/truth.ts';

/** Clauses that the document sets side by side although they differ: told on the days on which they part. */
export function contradictionFindings(layer: CompiledLayer, timeline: Timeline): readonly ContradictionFinding[] {
  return layer.contradictions.flatMap((contradiction) => {
    const parts = partsOf(contradiction, layer, timeline);
    return doPart(parts)
      ? [{ words: contradiction.text, parts, clause: clauseOf(contradiction.place, layer.prefix) }]
      : [];
  });
}

/**
 * Why a letter waits: it rests on a part of clauses that part today, and the policy says none of them to act on. What
 * burdens nobody goes on.
 */
export function partedBehind(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): readonly Need[] {
  if (compiled.contradictions.length === 0 || !sendsPaper(compiled, layer)) return [];
  return compiled.contradictions.flatMap((contradiction): readonly Need[] => {
    const parts = partsOf(contradiction, layer, timeline);
    if (!doPart(parts)) return [];
    return [
      { kind: 'reading', what: contradiction.text, readings: parts.map(({ title, holds }) => `${title}: ${holds}`) },
    ];
  });
}

function sendsPaper({ rule }: CompiledRule, layer: CompiledLayer): boolean {
  const { act } = rule;
  if (rule.mode !== 'duty' || act.kind !== 'verb' || (act.verb !== 'send' && act.verb !== 'issue')) return false;
  return act.objects.some((name) => layer.policy.papers.some((paper) => paper.name === name));
}

function partsOf(
  contradiction: Contradiction,
  layer: CompiledLayer,
  timeline: Timeline,
): ContradictionFinding['parts'] {
  return contradiction.between.map((name) => {
    const full = layer.context.declared.has(name.split('.')[0]!) ? `${layer.prefix}${name}` : name;
    const condition = layer.context.named(full);
    const holds = condition ? truthName(condition.holds(timeline, timeline.asAt)) : ('undetermined' as const);
    const title = layer.policy.thresholds.find((each) => each.name === name)?.title ?? condition?.words ?? name;
    return { id: full, title, holds };
  });
}

function doPart(parts: ContradictionFinding['parts']): boolean {
  const values = new Set(parts.map((part) => part.holds));
  return values.has('yes') && values.has('no');
}
