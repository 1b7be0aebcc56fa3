import type { Day } from '../../register/day.ts';
import type { CompiledThreshold } from '../compile/compiled-policy.ts';
import type { Condition } from '../resolve/policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Reason, ThresholdFinding, Undetermined } from './finding.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { versionIn } from '../compile/condition-as-set.ts';
import { clauseOf } from '../compile/context.ts';
import { earlier, lastsTo } from '../compile/lasting.ts';
import { truthName, UNKNOWN, YES } from '../compile/truth.ts';
import { countedReason, countOf } from './counted.ts';

export interface ThresholdAnswer {
  readonly finding: ThresholdFinding;
  readonly reasons: readonly Reason[];
  readonly undetermined: readonly Undetermined[];
}

/** Whether a threshold is met, the count, when it was first and last met since joining, and the sessions that count. */
export function thresholdFinding(
  compiled: CompiledThreshold,
  prefix: string,
  timeline: Timeline,
  reasonsBefore: number,
): ThresholdAnswer {
  const { threshold, condition } = compiled;
  const clause = clauseOf(threshold.place, prefix);
  const met = condition.holds(timeline, timeline.asAt);
  const measure = condition.compares[0]?.measure;
  const reason = measure && countedReason(measure, timeline, timeline.asAt, clause);
  const reasons = reason && (met === YES || reason.sessions.length > 0) ? [reason] : [];
  const { first, last } = daysMet(compiled, timeline);
  return {
    finding: {
      id: compiled.name,
      title: threshold.title,
      setBy: setBy(threshold.condition, timeline.asAt),
      met: truthName(met),
      count: measure ? countOf(measure, timeline, timeline.asAt) : null,
      firstMet: first === undefined ? null : formatIsoDay(first),
      lastMet: last === undefined ? null : formatIsoDay(last),
      cite: clause.cite,
      clause,
      reason: reasons.length > 0 ? reasonsBefore : null,
    },
    reasons,
    undetermined: met === UNKNOWN ? [{ about: compiled.name, needs: condition.needs(timeline, timeline.asAt) }] : [],
  };
}

/** Where the number is that of law or guidance, the provision, its number and the words of it in force on the day. */
export function setBy(condition: Condition, day: Day): ThresholdFinding['setBy'] {
  const found = versionIn(condition, day);
  if (!found) return null;
  const { provision, version } = found;
  return { provision, level: version.level, citation: version.citation };
}

function daysMet(
  compiled: CompiledThreshold,
  timeline: Timeline,
): { readonly first: Day | undefined; readonly last: Day | undefined } {
  let first: Day | undefined;
  let last: Day | undefined;
  if (compiled.condition.never?.(timeline) === true) return { first, last };
  for (let day = timeline.joined; day <= timeline.asAt;) {
    const until = earlier(lastsTo(compiled.condition, timeline, day), timeline.asAt);
    if (compiled.condition.holds(timeline, day) === YES) {
      first ??= day;
      last = until;
    }
    day = addDays(until, 1);
  }
  return { first, last };
}
