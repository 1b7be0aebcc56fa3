import type { Day } from '../../register/day.ts';
import type { Ladder, Stage, StageMove } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { CompileContext } from './context.ts';
import type { LadderRange } from './ladder-levels.ts';
import type { Need } from './needs.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { compileCondition } from './compile-condition.ts';
import { compileMeasure } from './compile-measure.ts';
import { levelStep, perhapsKept, rangeOf } from './ladder-levels.ts';
import { openSteps } from './ladder-open.ts';
import { stepStep } from './ladder-steps.ts';

export interface CompiledStage {
  readonly stage: Stage;
  readonly entry: CompiledCondition | undefined;
  readonly needs: readonly CompiledCondition[];
  readonly moves: readonly CompiledMove[];
}

export interface CompiledMove {
  readonly move: StageMove;
  readonly when: readonly CompiledCondition[];
}

/** Stages by index that a pupil may be at besides the one they surely are at, and what would tell. */
export interface OpenStages {
  readonly stages: readonly number[];
  readonly needs: readonly Need[];
}

export interface CompiledLadder {
  readonly ladder: Ladder;
  readonly name: string;
  readonly measure: CompiledMeasure | undefined;
  readonly stages: readonly CompiledStage[];
  readonly gate: CompiledCondition | undefined;
  /** Where the pupil stands on every day up to a day; the day asked about, unless another is given. */
  readonly track: (timeline: Timeline, upTo?: Day) => LadderTrack;
  /** Indexes of the first and last stage that the pupil may be at on a day, where marks are missing. */
  readonly range: LadderRange;
  readonly open: (timeline: Timeline, day: Day) => OpenStages;
}

/** Replay, day by day from joining, is what a ladder means; a day is replayed once, when first asked for. */
export function compileLadder(context: CompileContext, ladder: Ladder): CompiledLadder {
  const name = `${context.prefix}${ladder.name}`;
  const seeing = dayBefore(context);
  const measure = ladder.by.kind === 'measure' ? compileMeasure(context, ladder.by.measure) : undefined;
  const stages = ladder.stages.map((stage): CompiledStage => ({
    stage,
    entry: stage.entry && 'condition' in stage.entry ? compileCondition(seeing, stage.entry.condition) : undefined,
    needs: stage.needs.map((need) => compileCondition(seeing, need)),
    moves: [...stage.moves, ...ladder.moves.filter((move) => move.to !== stage.name)].map((move) => ({
      move,
      when: move.when.map((each) => compileCondition(seeing, each)),
    })),
  }));
  const gate = ladder.gate && compileCondition(context, ladder.gate);
  const range = rangeOf(measure, stages);
  const step = ladder.by.kind === 'steps' ? stepStep(stages) : levelStep(ladder, range);
  const track = (timeline: Timeline, upTo: Day = timeline.asAt): LadderTrack => {
    let found = timeline.positions.get(name);
    if (!found) timeline.positions.set(name, (found = newTrack(timeline)));
    fill(found, timeline, upTo, step);
    return found;
  };
  const kept = perhapsKept(ladder, range);
  const open = openSteps(ladder, measure, stages, range, kept, track);
  return { ladder, name, measure, stages, gate, track, range: withKept(range, kept), open };
}

/** A stage perhaps reached on a past day, and kept since, may be where the pupil stands today. */
function withKept(range: LadderRange, kept: ReturnType<typeof perhapsKept>): LadderRange {
  return (timeline, day) => {
    const { surely, possibly } = range(timeline, day);
    return { surely, possibly: Math.max(possibly, kept(timeline, day)?.index ?? -1) };
  };
}

/** A ladder's own tests see the other ladders as they stood at the end of the day before. */
function dayBefore(context: CompileContext): CompileContext {
  return {
    ...context,
    atStage: (ladder, stage) => {
      const test = context.atStage(ladder, stage);
      return (
        test && {
          holds: (timeline, day) => test.holds(timeline, addDays(day, -1)),
          lasts: (timeline, day) => addDays(test.lasts(timeline, addDays(day, -1)), 1),
        }
      );
    },
  };
}

function newTrack(timeline: Timeline): LadderTrack {
  const days = timeline.asAt - timeline.joined + 1;
  const at = new Int16Array(days).fill(-1);
  return { at, filled: 0, filling: false, moves: [], waiting: new Set(), kept: new Map() };
}

/** Two ladders that look at each other are replayed in step: a ladder being filled answers as far as it is filled. */
function fill(
  track: LadderTrack,
  timeline: Timeline,
  upTo: Day,
  step: (timeline: Timeline, track: LadderTrack, offset: number) => number,
): void {
  if (track.filling) return;
  track.filling = true;
  const end = Math.min(upTo, timeline.asAt) - timeline.joined;
  while (track.filled <= end) {
    track.at[track.filled] = step(timeline, track, track.filled);
    track.filled++;
  }
  track.filling = false;
}
