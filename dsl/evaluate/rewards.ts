import type { CompiledReward } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { RewardFinding, Undetermined } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { current } from '../compile/calendar-tables.ts';
import { clauseOf } from '../compile/context.ts';
import { NO, UNKNOWN, YES } from '../compile/truth.ts';

export interface RewardAnswer {
  readonly finding: RewardFinding;
  readonly undetermined: readonly Undetermined[];
}

/** A pupil's reward for the period that runs, or last ran: decided on its last school day, and before that on track or not. */
export function rewardFinding(compiled: CompiledReward, prefix: string, timeline: Timeline): RewardAnswer | undefined {
  const { reward, condition } = compiled;
  if (reward.to.kind !== 'pupils' || !condition) return undefined;
  const { asAt, tables } = timeline;
  const clause = clauseOf(reward.place, prefix);
  const base = { id: compiled.name, title: reward.title, cite: clause.cite, clause };
  const period = current(tables, reward.each, asAt);
  if (!period) {
    const needs = [{ kind: 'data' as const, what: `the school calendar’s ${reward.each}` }];
    return {
      finding: { ...base, period: null, state: 'undetermined' },
      undetermined: [{ about: compiled.name, needs }],
    };
  }
  const over = tables.schoolDaysUpTo(period.to) <= tables.schoolDaysUpTo(asAt);
  const holds = condition.holds(timeline, asAt);
  const state = {
    [YES]: over ? 'earned' : 'on track',
    [NO]: over ? 'not earned' : 'not on track',
    [UNKNOWN]: 'undetermined',
  } as const;
  return {
    finding: { ...base, period: { from: formatIsoDay(period.from), to: formatIsoDay(period.to) }, state: state[holds] },
    undetermined: holds === UNKNOWN ? [{ about: compiled.name, needs: condition.needs(timeline, asAt) }] : [],
  };
}
