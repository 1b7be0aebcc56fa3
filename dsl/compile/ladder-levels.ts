import type { Day } from '../../register/day.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { Ladder, Stage } from '../resolve/policy.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { CompiledStage } from './ladder-track.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { compareFractions } from '../../register/fraction.ts';
import { addDays } from '../../register/day.ts';
import { current, following } from './calendar-tables.ts';
import { allLastTo, earlier, earliestOf, forever } from './lasting.ts';
import { remembered } from './remembered.ts';
import { NO, UNKNOWN, YES } from './truth.ts';

export type LadderRange = (timeline: Timeline, day: Day) => { readonly surely: number; readonly possibly: number };

/** By measure or groups: the last stage that is true today; with marks missing, the last that may be. */
export function rangeOf(measure: CompiledMeasure | undefined, stages: readonly CompiledStage[]): LadderRange {
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

/** A latched stage is kept from the day it is reached until the next year, term or half term begins. */
export function levelStep(ladder: Ladder, range: LadderRange) {
  return (timeline: Timeline, track: LadderTrack, offset: number): number => {
    const day = addDays(timeline.joined, offset);
    let at = range(timeline, day).surely;
    ladder.stages.forEach((stage, index) => {
      if (stage.keptToEndOf === undefined) return;
      if (index <= at) track.kept.set(index, keptUntil(timeline, stage, day));
      else if ((track.kept.get(index) ?? Number.NEGATIVE_INFINITY) >= day) at = index;
    });
    return at;
  };
}

/** The last day up to which the stages that a day leaves possible surely stay so; a latch may end with its year, term or half term. */
export function levelsLastTo(ladder: Ladder, measure: CompiledMeasure | undefined, stages: readonly CompiledStage[]) {
  const latched = ladder.stages.filter((stage) => stage.keptToEndOf !== undefined);
  const entries = stages.flatMap(({ entry: each }) => (each ? [each] : []));
  return (timeline: Timeline, day: Day): Day => {
    // What is perhaps kept turns on every day before.
    if (latched.length > 0 && timeline.notTaken.at(-1) !== 0) return day;
    const measured = measure ? (measure.lasts?.(timeline, day) ?? day) : forever;
    const kept = earliestOf(latched, (stage) => keptUntil(timeline, stage, day), day);
    return earlier(earlier(measured, kept), allLastTo(entries, timeline, day));
  };
}

/** A stage that may have been reached on a past day, by marks not taken then, and would still be kept. */
export interface PerhapsKept {
  readonly index: number;
  readonly reached: Day;
}

/** The highest stage that is perhaps kept on a day. Only registers not taken leave one open. */
export function perhapsKept(
  ladder: Ladder,
  range: LadderRange,
): (timeline: Timeline, day: Day) => PerhapsKept | undefined {
  const latched = ladder.stages.flatMap((stage, index) => (stage.keptToEndOf === undefined ? [] : [{ stage, index }]));
  const everyDay = remembered((timeline): readonly (PerhapsKept | undefined)[] => {
    const until = new Map<number, { readonly day: Day; readonly reached: Day }>();
    return Array.from({ length: timeline.asAt - timeline.joined + 1 }, (_, offset) => {
      const day = addDays(timeline.joined, offset);
      const { possibly } = range(timeline, day);
      let kept: PerhapsKept | undefined;
      for (const { stage, index } of latched) {
        const before = until.get(index);
        if (index <= possibly) until.set(index, { day: keptUntil(timeline, stage, day), reached: day });
        else if (before && before.day >= day) kept = { index, reached: before.reached };
      }
      return kept;
    });
  });
  return (timeline, day) => {
    if (latched.length === 0 || timeline.notTaken.at(-1) === 0) return undefined;
    return everyDay(timeline)[Math.min(day, timeline.asAt) - timeline.joined];
  };
}

/** The last day a latch holds: the day before the next one begins, so that a holiday does not let it go. */
function keptUntil(timeline: Timeline, stage: Stage, day: Day): Day {
  const next = following(timeline.tables, stage.keptToEndOf!, day);
  return next ? addDays(next.from, -1) : (Number.MAX_SAFE_INTEGER as Day);
}

/** The last day of the year, term or half term that a latch is kept to the end of, as an answer says it. */
export function endOf(timeline: Timeline, stage: Stage, day: Day): Day {
  return current(timeline.tables, stage.keptToEndOf ?? 'school years', day)?.to ?? day;
}
