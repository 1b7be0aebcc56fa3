import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { Clause } from './finding.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { daysBefore } from '../compile/calendar-tables.ts';
import { clauseOf, fullName } from '../compile/context.ts';
import { actKey, timeline } from '../compile/timeline.ts';

/** The leave last asked for, or taken, of each kind that the policy knows. Days are ISO 8601. */
export interface LeaveFinding {
  /** The leave's name in the policy. */
  readonly id: string;
  readonly title: string;
  readonly asked: string | null;
  /** First and last day of the leave, where the request says. */
  readonly from: string | null;
  readonly to: string | null;
  /** Calendar days from the request to the first day of the leave. */
  readonly noticeDays: number | null;
  /** The last day on which to ask, by the earliest that any layer prints; null where none does. */
  readonly latest: string | null;
  readonly inTime: boolean | null;
  readonly decided: string | null;
  readonly granted: boolean | null;
  readonly clause: Clause;
}

export function leaveFindings(compiled: CompiledPolicy, about: PupilCase, asAt: Day): readonly LeaveFinding[] {
  const days = timeline(about, asAt, compiled.classes);
  return compiled.layers.flatMap((layer) =>
    layer.policy.papers.flatMap((paper) => {
      if (paper.paper !== 'leave') return [];
      const id = `${layer.prefix}${paper.name}`;
      const opened = [...acts(days, id, 'asked'), ...acts(days, id, 'taken')].toSorted((a, b) => a.day - b.day).at(-1);
      if (!opened) return [];
      const asked = acts(days, id, 'asked').findLast((act) => act === opened || sameDays(act, opened));
      const { from, to } = opened.about ?? { from: undefined, to: undefined };
      const latest = from === undefined ? undefined : lastDayToAsk(compiled.layers, id, from, days);
      const decided = decisions(days, id, asked ?? opened);
      return [
        {
          id,
          title: paper.title,
          asked: asked ? formatIsoDay(asked.day) : null,
          from: from === undefined ? null : formatIsoDay(from),
          to: to === undefined ? null : formatIsoDay(to),
          noticeDays: asked && from !== undefined ? from - asked.day : null,
          latest: latest === undefined ? null : formatIsoDay(latest),
          inTime: asked && latest !== undefined ? asked.day <= latest : null,
          decided: decided ? formatIsoDay(decided.day) : null,
          granted: decided && decided.done !== 'decided' ? decided.done === 'granted' : null,
          clause: clauseOf(paper.place, layer.prefix),
        },
      ];
    }),
  );
}

function acts(days: Timeline, id: string, done: string): readonly Act[] {
  return days.acts.get(actKey(id, done)) ?? [];
}

function sameDays(a: Act, b: Act): boolean {
  return a.about?.from === b.about?.from && a.about?.to === b.about?.to;
}

/** The last word on it since it was asked for: granted or refused says more than decided. */
function decisions(days: Timeline, id: string, opened: Act): Act | undefined {
  const since = ['decided', 'refused', 'granted']
    .flatMap((done) => acts(days, id, done))
    .filter((act) => act.day >= opened.day);
  return since.findLast((act) => act.done !== 'decided') ?? since.at(-1);
}

/** Of every sentence that says how long before the leave it is to be asked for. */
function lastDayToAsk(layers: readonly CompiledLayer[], id: string, from: Day, days: Timeline): Day | undefined {
  const each = layers.flatMap((layer) =>
    layer.rules.flatMap(({ rule }) => {
      if (rule.act.kind !== 'verb' || rule.act.verb !== 'ask') return [];
      return rule.timing.flatMap((timing) => {
        const event = timing.kind === 'no later than' ? timing.before : timing.kind === 'before event' && timing.event;
        if (!event || event.done !== 'started' || fullName(layer.context, event.name) !== id) return [];
        if (timing.kind !== 'no later than') return [addDays(from, -1)];
        return daysBefore(days.tables, from, timing.number, timing.unit) ?? [];
      });
    }),
  );
  return each.length === 0 ? undefined : (Math.min(...each) as Day);
}
