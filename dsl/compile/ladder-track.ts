import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { Ladder, Stage } from '../resolve/policy.ts';
import type { CompiledCondition } from './compile-condition.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { CompileContext } from './context.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { compareFractions } from '../../register/fraction.ts';
import { current } from './calendar-tables.ts';
import { compileCondition } from './compile-condition.ts';
import { compileMeasure } from './compile-measure.ts';
import { NO, UNKNOWN, YES } from './truth.ts';

export interface CompiledStage {
  readonly stage: Stage;
  readonly entry: CompiledCondition | undefined;
  readonly needs: readonly CompiledCondition[];
  readonly moves: readonly { readonly move: Stage['moves'][number]; readonly when: readonly CompiledCondition[] }[];
}

export interface CompiledLadder {
  readonly ladder: Ladder;
  readonly name: string;
  readonly measure: CompiledMeasure | undefined;
  readonly stages: readonly CompiledStage[];
  readonly gate: CompiledCondition | undefined;
  /** Where the pupil stands on every day up to the day asked about. */
  readonly track: (timeline: Timeline) => LadderTrack;
  /** Indexes of the first and last stage that the pupil may be at on a day, where marks are missing. */
  readonly range: (timeline: Timeline, day: Day) => { readonly surely: number; readonly possibly: number };
}

export function compileLadder(context: CompileContext, ladder: Ladder): CompiledLadder {
  const name = `${context.prefix}${ladder.name}`;
  const measure = ladder.by.kind === 'measure' ? compileMeasure(context, ladder.by.measure) : undefined;
  const stages = ladder.stages.map((stage): CompiledStage => ({
    stage,
    entry: stage.entry && 'condition' in stage.entry ? compileCondition(context, stage.entry.condition) : undefined,
    needs: stage.needs.map((need) => compileCondition(context, need)),
    moves: stage.moves.map((move) => ({ move, when: move.when.map((each) => compileCondition(context, each)) })),
  }));
  const gate = ladder.gate && compileCondition(context, ladder.gate);
  const range = rangeOf(measure, stages);
  const replay = ladder.by.kind === 'steps' ? stepTrack(stages) : levelTrack(ladder, range);
  const track = (timeline: Timeline): LadderTrack => {
    let found = timeline.positions.get(name);
    if (!found) {
      found = { at: new Int16Array(timeline.asAt - timeline.joined + 1).fill(-1), filled: 0, moves: [] };
      timeline.positions.set(name, found);
      replay(timeline, found);
      found.filled = found.at.length;
    }
    return found;
  };
  return { ladder, name, measure, stages, gate, track, range };
}

/** By measure or groups: the last stage that is true today; with marks missing, the last that may be. */
function rangeOf(measure: CompiledMeasure | undefined, stages: readonly CompiledStage[]): CompiledLadder['range'] {
  return (timeline, day) => {
    const value = measure?.on(timeline, day);
    let surely = -1;
    let possibly = -1;
    stages.forEach((compiled, index) => {
      const entered = entry(compiled, value, timeline, day);
      if (entered === YES) surely = index;
      if (entered !== NO) possibly = index;
    });
    return { surely, possibly: Math.max(surely, possibly) };
  };
}

type MeasuredValue = ReturnType<CompiledMeasure['on']> | undefined;

function entry(compiled: CompiledStage, value: MeasuredValue, timeline: Timeline, day: Day): Three {
  const { stage } = compiled;
  if (!stage.entry) return NO;
  if ('condition' in stage.entry) return compiled.entry!.holds(timeline, day);
  if (!value || 'need' in value) return UNKNOWN;
  return reached(stage.entry.kind, stage.entry.value, value.least, value.most);
}

/** `from` a value: at least it. `below` a value: less than it. */
function reached(kind: 'from' | 'below', at: Fraction, least: Fraction, most: Fraction): Three {
  const [low, high] = [compareFractions(least, at), compareFractions(most, at)];
  const [first, second] = kind === 'from' ? [low >= 0, high >= 0] : [low < 0, high < 0];
  return first === second ? (first ? YES : NO) : UNKNOWN;
}

/** A latched stage is kept from the day it is reached to the last day of its year, term or half term. */
function levelTrack(ladder: Ladder, range: CompiledLadder['range']) {
  return (timeline: Timeline, track: LadderTrack): void => {
    const kept = new Map<number, Day>();
    for (let offset = 0; offset < track.at.length; offset++) {
      const day = (timeline.joined + offset) as Day;
      let at = range(timeline, day).surely;
      ladder.stages.forEach((stage, index) => {
        if (stage.keptToEndOf === undefined) return;
        if (index <= at) kept.set(index, endOf(timeline, stage, day));
        else if ((kept.get(index) ?? Number.NEGATIVE_INFINITY) >= day) at = index;
      });
      track.at[offset] = at;
    }
  };
}

export function endOf(timeline: Timeline, stage: Stage, day: Day): Day {
  return current(timeline.tables, stage.keptToEndOf ?? 'school years', day)?.to ?? day;
}

/**
 * By steps: position is remembered. On a day, moves out of the stage come first; then a stage higher than the present
 * one is entered whose condition has come to hold that day, or turns on an act of that day, and whose needs are proved.
 */
function stepTrack(stages: readonly CompiledStage[]) {
  return (timeline: Timeline, track: LadderTrack): void => {
    let at = -1;
    const waiting = new Set<number>();
    for (let offset = 0; offset < track.at.length; offset++) {
      const day = (timeline.joined + offset) as Day;
      const first = offset === 0;
      const move =
        at < 0
          ? undefined
          : stages[at]!.moves.find((each) => each.move.move !== 'stays' && comesTrue(each.when, timeline, day, first));
      if (move) {
        at = move.move.move === 'leaves' ? -1 : stages.findIndex((each) => each.stage.name === move.move.to);
        track.moves.push({ day, to: at, why: move.when.map((each) => each.words).join(' and ') });
      }
      for (let index = stages.length - 1; index > at; index--) {
        const compiled = stages[index]!;
        if (!compiled.entry) continue;
        const edge = comesTrue([compiled.entry], timeline, day, first);
        if (edge && !(move && index <= at)) waiting.add(index);
        if (compiled.entry.holds(timeline, day) !== YES) waiting.delete(index);
        if (!waiting.has(index) || !compiled.needs.every((need) => need.holds(timeline, day) === YES)) continue;
        if (move?.move.move === 'leaves') continue;
        at = index;
        waiting.delete(index);
        track.moves.push({ day, to: at, why: compiled.entry.words });
        break;
      }
      track.at[offset] = at;
      track.filled = offset + 1;
    }
  };
}

/** True on the day, and not the day before, or turning on an act of the day. On the first day, whatever is true already comes true. */
export function comesTrue(
  conditions: readonly CompiledCondition[],
  timeline: Timeline,
  day: Day,
  first: boolean,
): boolean {
  const all = (on: Day): boolean => conditions.every((each) => each.holds(timeline, on) === YES);
  if (!all(day)) return false;
  if (first || conditions.some((each) => each.pulses(timeline, day))) return true;
  return !all((day - 1) as Day);
}
