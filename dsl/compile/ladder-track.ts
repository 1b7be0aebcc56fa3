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
import { levelsLastTo, levelStep, perhapsKept, rangeOf } from './ladder-levels.ts';
import { openSteps } from './ladder-open.ts';
import { stepsRestTo, stepStep } from './ladder-steps.ts';

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
  /** The last day up to which those are surely the same. */
  readonly rangeLasts: (timeline: Timeline, day: Day) => Day;
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
  const rangeLasts = levelsLastTo(ladder, measure, stages);
  const replay: Replay =
    ladder.by.kind === 'steps'
      ? { step: stepStep(stages), restTo: stepsRestTo(stages) }
      : {
          step: levelStep(ladder, range),
          restTo: (timeline, _track, offset) => rangeLasts(timeline, addDays(timeline.joined, offset)),
        };
  const track = (timeline: Timeline, upTo: Day = timeline.asAt): LadderTrack => {
    let found = timeline.positions.get(name);
    if (!found) timeline.positions.set(name, (found = newTrack(timeline)));
    if (found.filling || found.filled > Math.min(upTo, timeline.asAt) - timeline.joined) return found;
    // Nobody is waiting for a day of it: the days after it are replayed in the same breath.
    const alone = ![...timeline.positions.values()].some((each) => each.filling);
    fill(found, timeline, alone ? timeline.asAt : upTo, replay);
    return found;
  };
  const kept = perhapsKept(ladder, range);
  const open = openSteps(ladder, measure, stages, range, kept, track);
  return { ladder, name, measure, stages, gate, track, range: withKept(range, kept), rangeLasts, open };
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
function fill(track: LadderTrack, timeline: Timeline, upTo: Day, { step, restTo }: Replay): void {
  track.filling = true;
  const end = Math.min(upTo, timeline.asAt) - timeline.joined;
  while (track.filled <= end) {
    const offset = track.filled;
    const at = step(timeline, track, offset);
    track.at[offset] = at;
    track.filled++;
    if (at !== (track.at[offset - 1] ?? -1)) continue;
    const until = Math.min(restTo(timeline, track, offset) - timeline.joined, end);
    if (until <= offset) continue;
    track.at.fill(at, offset + 1, until + 1);
    track.filled = until + 1;
  }
  track.filling = false;
}

/** How a ladder is replayed. */
interface Replay {
  /** Where a day has the pupil, by the days before it. */
  readonly step: (timeline: Timeline, track: LadderTrack, offset: number) => number;
  /** Asked after a day that moved nobody: the last day up to which surely no other does. */
  readonly restTo: (timeline: Timeline, track: LadderTrack, offset: number) => Day;
}
