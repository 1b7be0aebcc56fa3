import type { Day } from '../../register/day.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompiledStage } from './ladder-track.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { earliestOf, restTo } from './lasting.ts';
import { YES } from './truth.ts';

/**
 * By steps: position is remembered. On a day, a move out of the stage comes first; then the highest stage above the
 * present one is entered whose condition has come to hold that day, or turns on an act of that day, and whose needs are
 * proved. A stage whose needs are not proved waits while its cause stands; `stays here` holds everything back.
 */
export function stepStep(stages: readonly CompiledStage[]) {
  return (timeline: Timeline, track: LadderTrack, offset: number): number => {
    const day = addDays(timeline.joined, offset);
    const before = offset === 0 ? -1 : track.at[offset - 1]!;
    noteEdges(stages, before, timeline, track, day);
    if (staysHere(stages[before], timeline, day)) return before;
    const moved = moveFrom(stages, before, timeline, track, day);
    if (moved?.left) return -1;
    return enter(stages, moved?.at ?? before, timeline, track, day);
  };
}

/**
 * The last day up to which, where a day moved nobody, no later one does: no higher stage is entered, and no move out of
 * the present one comes about.
 */
export function stepsRestTo(stages: readonly CompiledStage[]) {
  return (timeline: Timeline, track: LadderTrack, offset: number): Day => {
    const day = addDays(timeline.joined, offset);
    const at = track.at[offset]!;
    const higher = stages.flatMap(({ entry, needs }, index): readonly (readonly CompiledCondition[])[] => {
      if (!entry) return [];
      if (track.waiting.has(index)) return [[entry], needs];
      return index > at ? [[entry]] : [];
    });
    const moves = (stages[at]?.moves ?? []).map((move) => move.when).filter((when) => when.length > 0);
    return earliestOf([...higher, ...moves], (each) => restTo(each, timeline, day), day);
  };
}

/** Stages whose condition comes to hold wait to be entered; one whose cause has gone waits no longer. */
function noteEdges(
  stages: readonly CompiledStage[],
  before: number,
  timeline: Timeline,
  track: LadderTrack,
  day: Day,
): void {
  stages.forEach(({ entry }, index) => {
    if (!entry || entry.holds(timeline, day) !== YES) track.waiting.delete(index);
    else if (index > before && comesTrue([entry], timeline, day)) track.waiting.add(index);
  });
}

function staysHere(stage: CompiledStage | undefined, timeline: Timeline, day: Day): boolean {
  const stays = stage?.moves.filter((each) => each.move.move === 'stays' && each.when.length > 0) ?? [];
  return stays.some((each) => each.when.every((condition) => condition.holds(timeline, day) === YES));
}

function moveFrom(
  stages: readonly CompiledStage[],
  before: number,
  timeline: Timeline,
  track: LadderTrack,
  day: Day,
): { readonly at: number; readonly left: boolean } | undefined {
  const move = stages[before]?.moves.find(
    (each) => each.move.move !== 'stays' && each.when.length > 0 && comesTrue(each.when, timeline, day),
  );
  if (!move) return undefined;
  const left = move.move.move === 'leaves';
  const at = left ? -1 : stages.findIndex((each) => each.stage.name === move.move.to);
  track.moves.push({ day, to: at, why: move.when.map((each) => each.words).join(' and ') });
  if (left) track.waiting.clear();
  return { at, left };
}

function enter(
  stages: readonly CompiledStage[],
  from: number,
  timeline: Timeline,
  track: LadderTrack,
  day: Day,
): number {
  for (let index = stages.length - 1; index > from; index--) {
    const { entry, needs } = stages[index]!;
    if (!entry || !track.waiting.has(index)) continue;
    if (!needs.every((need) => need.holds(timeline, day) === YES)) continue;
    for (const each of track.waiting) if (each <= index) track.waiting.delete(each);
    track.moves.push({ day, to: index, why: entry.words });
    return index;
  }
  return from;
}

/** True on the day, and not the day before, or turning on an act of the day. On the day of joining, whatever is true already comes true. */
export function comesTrue(conditions: readonly CompiledCondition[], timeline: Timeline, day: Day): boolean {
  const all = (on: Day): boolean => conditions.every((each) => each.holds(timeline, on) === YES);
  if (!all(day)) return false;
  if (day <= timeline.joined || conditions.some((each) => each.pulses(timeline, day))) return true;
  return !all(addDays(day, -1));
}
