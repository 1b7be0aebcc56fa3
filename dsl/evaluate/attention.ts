import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { AttentionFinding } from './finding.ts';
import { clauseOf, fullName } from '../compile/context.ts';
import { either, NO, truthName, UNKNOWN } from '../compile/truth.ts';
import { thingName } from './sentence-parts.ts';

/** The groups that a layer names for attention, and which of them the pupil is in. */
export function attentionFindings(layer: CompiledLayer, timeline: Timeline): readonly AttentionFinding[] {
  return layer.policy.attention.map(({ groups, place }) => {
    const held = groups.map((name) => ({
      ...thingName(layer, name),
      value: layer.context.named(fullName(layer.context, name))?.holds(timeline, timeline.asAt) ?? UNKNOWN,
    }));
    return {
      id: `${layer.prefix}${place.id}`,
      state: truthName(held.map((each) => each.value).reduce(either, NO)),
      groups: held.map(({ id, title, value }) => ({ id, title, holds: truthName(value) })),
      clause: clauseOf(place, layer.prefix),
    };
  });
}
