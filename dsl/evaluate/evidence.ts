import type { About } from '../resolve/policy.ts';
import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { EvidenceFinding } from './finding.ts';
import { isComplete } from '../compile/paper-items.ts';
import { clauseOf } from '../compile/context.ts';
import { NO, truthName, YES } from '../compile/truth.ts';

/** What each paper with a checklist includes for this pupil, or school, now, and what of it nobody has noted as seen. */
export function evidenceFindings(
  layer: CompiledLayer,
  timeline: Timeline,
  of: About = 'pupil',
): readonly EvidenceFinding[] {
  return layer.papers.flatMap((compiled) => {
    if (compiled.paper.of !== of) return [];
    const items = compiled.items(timeline, timeline.asAt).filter((item) => item.applies !== NO);
    if (items.length === 0) return [];
    const { holds, needs } = isComplete(items);
    const missing = items.filter((item) => !item.seen);
    return [
      {
        id: compiled.name,
        title: compiled.paper.title,
        complete: truthName(holds),
        items: items.map(({ words, seen }) => ({ words, seen })),
        missing: missing.filter((item) => item.applies === YES).map((item) => item.words),
        perhaps: missing.filter((item) => item.applies !== YES).map((item) => item.words),
        needs,
        clause: clauseOf(compiled.paper.place, layer.prefix),
      },
    ];
  });
}
