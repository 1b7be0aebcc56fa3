import type { Day } from '../../register/day.ts';
import type { Span } from './calendar-tables.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { three, UNKNOWN } from './truth.ts';

export interface CompiledPeriod {
  readonly name: string;
  readonly title: string;
  /**
   * For each reading, every run of days that began on or before a day, in order; undefined where the document does not
   * state the period. Of a length to be chosen (`from 3 to 6 weeks after …`), until it is, the shortest and the longest are
   * readings of it.
   */
  readonly readings: (timeline: Timeline, day: Day) => readonly (readonly Span[])[] | undefined;
  /** The days on which it, or a reading of it, begins or has ended, in order: on no other does what is said of it change. */
  readonly turns: (timeline: Timeline) => readonly Day[];
  /** What it lacks where it is not stated, or where its readings part. */
  readonly need: (timeline: Timeline) => Need;
  /** Whether the length chosen of the run last begun, or opened to begin on the next day, by a day lies in its range; undefined where none is to be chosen, null where none was. */
  readonly inRange: (timeline: Timeline, day: Day) => boolean | null | undefined;
}

/** Every run of days begun by a day, where all readings agree on them. */
export function begunBy(period: CompiledPeriod, timeline: Timeline, day: Day): readonly Span[] | undefined {
  const readings = period.readings(timeline, day);
  return readings && agreed(readings);
}

/** The run last begun by a day, up to that day, where all readings agree; or what is missing. */
export function lastBegunBy(
  period: CompiledPeriod,
  timeline: Timeline,
  day: Day,
): Span | 'none' | { readonly need: Need } {
  const readings = period.readings(timeline, day)?.map((each) => {
    const last = each.at(-1);
    return last ? { from: last.from, to: last.to < day ? last.to : day } : ('none' as const);
  });
  return (readings && agreed(readings)) ?? { need: period.need(timeline) };
}

/** Whether a day lies in the period. */
export function liesIn(period: CompiledPeriod, timeline: Timeline, day: Day): Three {
  const readings = period.readings(timeline, day)?.map((each) => each.some((span) => day <= span.to));
  const inside = readings && agreed(readings);
  return inside === undefined ? UNKNOWN : three(inside);
}

function agreed<Answer>(readings: readonly Answer[]): Answer | undefined {
  if (readings.length === 1) return readings[0];
  const first = JSON.stringify(readings[0]);
  return readings.every((each) => JSON.stringify(each) === first) ? readings[0] : undefined;
}
