import type { Day } from '../../register/day.ts';
import type { CompiledLadder } from '../compile/ladder-track.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { LadderFinding, Reason, StageName, Undetermined } from './finding.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { subtractFractions } from '../../register/fraction.ts';
import { clauseOf } from '../compile/context.ts';
import { endOf } from '../compile/ladder-levels.ts';
import { countedReason, countOf } from './counted.ts';
import { quantity } from './quantities.ts';

export interface LadderAnswer {
  readonly finding: LadderFinding;
  readonly reasons: readonly Reason[];
  readonly undetermined: readonly Undetermined[];
}

/** Where a pupil stands on a ladder: the stage, since when, how far to the next, and what may be otherwise. */
export function ladderFinding(
  compiled: CompiledLadder,
  prefix: string,
  timeline: Timeline,
  reasonsBefore: number,
): LadderAnswer {
  const { ladder, measure } = compiled;
  const { asAt } = timeline;
  const at = stageIndex(compiled, timeline, asAt);
  const stage = ladder.stages[at];
  const clause = clauseOf((stage ?? ladder).place, prefix);
  const since = stage ? stageSince(compiled, timeline) : undefined;
  const reasons = reasonsFor(compiled, timeline, since, clause);
  const open = compiled.open(timeline, asAt);
  return {
    finding: {
      id: compiled.name,
      title: ladder.title,
      stage: stage ? nameOf(stage) : null,
      possibly: open.stages.map((index) => nameOf(ladder.stages[index]!)),
      since: since === undefined ? null : formatIsoDay(since),
      count: measure ? countOf(measure, timeline, asAt) : null,
      next: nextStage(compiled, timeline, at),
      cite: clause.cite,
      clause,
      reason: reasons.length > 0 ? reasonsBefore : null,
    },
    reasons,
    undetermined: open.needs.length > 0 ? [{ about: compiled.name, needs: open.needs }] : [],
  };
}

export function stageIndex(compiled: CompiledLadder, timeline: Timeline, day: Day): number {
  const offset = Math.min(day, timeline.asAt) - timeline.joined;
  return offset < 0 ? -1 : compiled.track(timeline).at[offset]!;
}

/** First day of the present stay. */
export function stageSince(compiled: CompiledLadder, timeline: Timeline): Day {
  const { at } = compiled.track(timeline);
  let offset = at.length - 1;
  while (offset > 0 && at[offset - 1] === at[offset]) offset--;
  return addDays(timeline.joined, offset);
}

/** First day of the present run of days at a stage or a higher one; undefined where the pupil is at a lower one. */
export function reachedSince(compiled: CompiledLadder, timeline: Timeline, index: number): Day | undefined {
  const { at } = compiled.track(timeline);
  let offset = at.length;
  while (offset > 0 && at[offset - 1]! >= index) offset--;
  return offset === at.length ? undefined : addDays(timeline.joined, offset);
}

export function nameOf(stage: { readonly name: string; readonly title: string }): StageName {
  return { id: stage.name, title: stage.title };
}

function nextStage(compiled: CompiledLadder, timeline: Timeline, at: number): LadderFinding['next'] {
  const { measure, ladder } = compiled;
  const next = ladder.stages[at + 1];
  if (!measure || !next?.entry || !('value' in next.entry)) return null;
  const value = measure.on(timeline, timeline.asAt);
  if ('need' in value) return null;
  const needs =
    next.entry.kind === 'from'
      ? subtractFractions(next.entry.value, value.least)
      : subtractFractions(value.least, next.entry.value);
  return { stage: nameOf(next), needs: quantity(needs, measure.unit) };
}

function reasonsFor(
  compiled: CompiledLadder,
  timeline: Timeline,
  since: Day | undefined,
  clause: Reason['clause'],
): readonly Reason[] {
  const { measure, ladder } = compiled;
  const reasons: Reason[] = [];
  const counted = measure && countedReason(measure, timeline, timeline.asAt, clause);
  if (counted) reasons.push(counted);
  const stage = ladder.stages[stageIndex(compiled, timeline, timeline.asAt)];
  if (stage?.keptToEndOf !== undefined && since !== undefined) {
    const until = formatIsoDay(endOf(timeline, stage, timeline.asAt));
    reasons.push({ kind: 'kept', what: stage.title, since: formatIsoDay(since), until, sessions: [], clause });
  }
  const move = compiled.track(timeline).moves.at(-1);
  if (move && stage) {
    reasons.push({ kind: 'logged', what: move.why, day: formatIsoDay(move.day), sessions: [], clause });
  }
  return reasons;
}
