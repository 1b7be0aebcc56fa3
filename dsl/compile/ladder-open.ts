import type { Day } from '../../register/day.ts';
import type { Ladder } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { LadderRange, PerhapsKept } from './ladder-levels.ts';
import type { CompiledStage, OpenStages } from './ladder-track.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import type { Need } from './needs.ts';
import { distinct } from './needs.ts';
import { measureNeed } from './compile-measure.ts';
import { NO, UNKNOWN, YES } from './truth.ts';

const none: OpenStages = { stages: [], needs: [] };

/** With marks missing a ladder by measure gives a range; one by steps does not move, and says what would move it. */
export function openSteps(
  ladder: Ladder,
  measure: CompiledMeasure | undefined,
  stages: readonly CompiledStage[],
  range: LadderRange,
  kept: (timeline: Timeline, day: Day) => PerhapsKept | undefined,
  track: (timeline: Timeline, upTo: Day) => LadderTrack,
): (timeline: Timeline, day: Day) => OpenStages {
  return (timeline, day) => {
    const found = track(timeline, day);
    const at = found.at[day - timeline.joined] ?? -1;
    if (ladder.by.kind === 'steps')
      return join([...openMoves(stages, at, timeline, day), ...openEntries(stages, at, found, timeline, day)]);
    const { possibly } = range(timeline, day);
    const open: OpenStages[] = [];
    if (possibly > at) {
      const between = Array.from({ length: possibly - at }, (_, index) => at + 1 + index);
      open.push({ stages: between, needs: levelNeeds(measure, stages, timeline, day) });
    }
    const latch = kept(timeline, day);
    if (latch && latch.index > at) {
      open.push({ stages: [latch.index], needs: levelNeeds(measure, stages, timeline, latch.reached) });
    }
    return open.length === 0 ? none : join(open);
  };
}

function join(each: readonly OpenStages[]): OpenStages {
  return {
    stages: [...new Set(each.flatMap((open) => open.stages))].sort((a, b) => a - b),
    needs: distinct(each.flatMap((open) => open.needs)),
  };
}

function openMoves(stages: readonly CompiledStage[], at: number, timeline: Timeline, day: Day): readonly OpenStages[] {
  return (stages[at]?.moves ?? []).flatMap(({ move, when }) => {
    const truths = when.map((each) => each.holds(timeline, day));
    if (move.move === 'stays' || truths.includes(NO) || !truths.includes(UNKNOWN)) return [];
    const to = stages.findIndex((each) => each.stage.name === move.to);
    return [{ stages: to < 0 ? [] : [to], needs: when.flatMap((each) => each.needs(timeline, day)) }];
  });
}

/** A higher stage that may have been entered, or that waits for what it needs. */
function openEntries(
  stages: readonly CompiledStage[],
  at: number,
  track: LadderTrack,
  timeline: Timeline,
  day: Day,
): readonly OpenStages[] {
  return stages.flatMap(({ entry, needs }, index): readonly OpenStages[] => {
    if (!entry || index <= at) return [];
    const entered = entry.holds(timeline, day);
    if (entered === NO || (entered === YES && !track.waiting.has(index))) return [];
    return [
      {
        stages: [index],
        needs: [...entry.needs(timeline, day), ...needs.flatMap((need) => lacking(need, timeline, day))],
      },
    ];
  });
}

/** What a stage lacks before it can be entered: what would tell, or what is not so. */
function lacking(need: CompiledCondition, timeline: Timeline, day: Day): readonly Need[] {
  const holds = need.holds(timeline, day);
  if (holds === UNKNOWN) return need.needs(timeline, day);
  return holds === NO ? [{ kind: 'not proved', what: need.words }] : [];
}

function levelNeeds(
  measure: CompiledMeasure | undefined,
  stages: readonly CompiledStage[],
  timeline: Timeline,
  day: Day,
): readonly Need[] {
  if (!measure) return distinct(stages.flatMap((stage) => stage.entry?.needs(timeline, day) ?? []));
  const value = measure.on(timeline, day);
  return 'need' in value ? [value.need] : [measureNeed(timeline, measure, day)];
}
