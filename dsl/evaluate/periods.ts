import type { Day } from '../../register/day.ts';
import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { PeriodFinding } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { beyond, longAgo } from '../compile/compile-period.ts';
import { clauseOf, fullName } from '../compile/context.ts';
import { liesIn } from '../compile/compiled-period.ts';
import { truthName, UNKNOWN } from '../compile/truth.ts';

/** The periods of a layer as they run for the pupil: when each last began, or is the first to. */
export function periodFindings(layer: CompiledLayer, timeline: Timeline): readonly PeriodFinding[] {
  return layer.policy.periods.flatMap((declared) => {
    const period = layer.context.period(fullName(layer.context, declared.name));
    if (!period) return [];
    const clause = clauseOf(declared.place, layer.prefix);
    const holds = liesIn(period, timeline, timeline.asAt);
    const runs = period.readings(timeline, (beyond - 1) as Day) ?? [];
    const chosen = runs.map(
      (spans) =>
        spans.findLast((span) => span.from <= timeline.asAt) ?? spans.find((span) => span.from > timeline.asAt),
    );
    const inRange = period.inRange(timeline, timeline.asAt);
    const end = (of: 'from' | 'to'): string | null => {
      const [first, ...others] = chosen.map((span) => span?.[of]);
      if (first === undefined || first === beyond || first === longAgo) return null;
      return others.every((other) => other === first) ? formatIsoDay(first) : null;
    };
    return [
      {
        id: period.name,
        title: declared.title,
        holds: truthName(holds),
        from: end('from'),
        to: end('to'),
        ...(inRange === undefined ? {} : { inRange }),
        needs: holds === UNKNOWN ? [period.need(timeline)] : [],
        cite: clause.cite,
        clause,
      },
    ];
  });
}
