import type { Day } from '../../register/day.ts';
import type { CompiledLadder } from '../compile/ladder-track.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { LadderFinding, Need, Reason, StageName, Undetermined } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { subtractFractions } from '../../register/fraction.ts';
import { distinct, missingMarks } from '../compile/compile-condition.ts';
import { clauseOf } from '../compile/context.ts';
import { endOf } from '../compile/ladder-track.ts';
import { UNKNOWN } from '../compile/truth.ts';
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
  const possibly = possibleStages(compiled, timeline, at);
  return {
    finding: {
      id: compiled.name,
      title: ladder.title,
      stage: stage ? nameOf(stage) : null,
      possibly: possibly.stages,
      since: since === undefined ? null : formatIsoDay(since),
      count: measure ? countOf(measure, timeline, asAt) : null,
      next: nextStage(compiled, timeline, at),
      cite: clause.cite,
      clause,
      reason: reasons.length > 0 ? reasonsBefore : null,
    },
    reasons,
    undetermined: possibly.needs.length > 0 ? [{ about: compiled.name, needs: possibly.needs }] : [],
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
  return (timeline.joined + offset) as Day;
}

/** First day on which a stage, or a higher one, was reached in the present school year; undefined where it was not. */
export function stageReachedOn(
  compiled: CompiledLadder,
  timeline: Timeline,
  index: number,
  from: Day,
): Day | undefined {
  const { at } = compiled.track(timeline);
  for (let offset = Math.max(0, from - timeline.joined); offset < at.length; offset++) {
    if (at[offset]! >= index) return (timeline.joined + offset) as Day;
  }
  return undefined;
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

/** With marks missing a ladder by measure gives a range; one by steps does not move, and says what would move it. */
function possibleStages(
  compiled: CompiledLadder,
  timeline: Timeline,
  at: number,
): { readonly stages: readonly StageName[]; readonly needs: readonly Need[] } {
  const { asAt } = timeline;
  const { ladder, stages } = compiled;
  if (ladder.by.kind !== 'steps') {
    const { possibly } = compiled.range(timeline, asAt);
    if (possibly <= at) return { stages: [], needs: [] };
    return { stages: ladder.stages.slice(at + 1, possibly + 1).map(nameOf), needs: rangeNeeds(compiled, timeline) };
  }
  const open =
    stages[at]?.moves.filter((move) => move.when.some((each) => each.holds(timeline, asAt) === UNKNOWN)) ?? [];
  const needs = open.flatMap((move) => move.when.flatMap((each) => each.needs(timeline, asAt)));
  const to = open.flatMap((move) => ladder.stages.filter((stage) => stage.name === move.move.to));
  return { stages: to.map(nameOf), needs: distinct(needs) };
}

function rangeNeeds(compiled: CompiledLadder, timeline: Timeline): readonly Need[] {
  const value = compiled.measure?.on(timeline, timeline.asAt);
  if (value && 'need' in value) return [value.need];
  const groups = compiled.stages.flatMap((stage) => stage.entry?.needs(timeline, timeline.asAt) ?? []);
  return compiled.measure ? [missingMarks(timeline, timeline.asAt)] : distinct(groups);
}
