import type { Day } from '../../register/day.ts';
import type { Measure } from '../resolve/policy.ts';
import type { Span } from './calendar-tables.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { countedDay, sessionIn } from './day-classes.ts';
import type { ByDay } from './measured.ts';
import { between } from './measured.ts';
import { remembered } from './remembered.ts';

/** A run that ends on a day: how long it surely is and may be, and the days it may take in. */
export interface Run {
  readonly surely: number;
  readonly perhaps: number;
  readonly days: Span | undefined;
  /** The days of what surely belongs to it. */
  readonly sureDays: Span | undefined;
}

type CountMeasure = Measure & { readonly kind: 'count' };
type Standing = 'in' | 'out' | 'perhaps' | 'not yet';

/**
 * The unbroken run that ends on the day, in whole school days or in sessions. Weekends and closures do not break it;
 * any other day (or session) outside the class does, half days included. What is still to come at its end is passed
 * over; a register not taken inside it may or may not break it.
 */
export function runEnding(timeline: Timeline, day: Day, measure: CountMeasure): Run {
  const days = timeline.tables.schoolDaysUpTo(day);
  const each = perDay(measure);
  let surely = 0;
  let perhaps = 0;
  let broken = false;
  let first: number | undefined;
  let last: number | undefined;
  let sureFirst: number | undefined;
  for (let at = days * each - 1; at >= 0; at--) {
    const found = standing(timeline, at, measure);
    if (found === 'out') break;
    if (found === 'not yet') {
      if (last !== undefined) break;
      continue;
    }
    if (found === 'perhaps') broken = true;
    first = Math.floor(at / each);
    last ??= first;
    perhaps++;
    if (!broken) {
      surely++;
      sureFirst = first;
    }
  }
  const { schoolDays } = timeline.calendar;
  const from = (start: number | undefined): Span | undefined =>
    start === undefined ? undefined : { from: schoolDays[start]!, to: schoolDays[last!]! };
  return { surely, perhaps, days: from(first), sureDays: from(sureFirst) };
}

/** How long the run is that ends on a day. */
export function runLength(measure: CountMeasure): ByDay {
  const lengthsOf = remembered((timeline) => runLengths(timeline, measure));
  const lengthOn = (timeline: Timeline, day: Day): Length =>
    lengthsOf(timeline)[timeline.tables.schoolDaysUpTo(day) * perDay(measure)]!;
  return {
    on: (timeline, day) => {
      const { surely, perhaps } = lengthOn(timeline, day);
      return between(surely, perhaps);
    },
    lasts: (timeline, day) => {
      const now = lengthOn(timeline, day);
      let last = day;
      while (last < timeline.asAt && isSameLength(lengthOn(timeline, addDays(last, 1)), now)) last = addDays(last, 1);
      return last;
    },
  };
}

type Length = Pick<Run, 'surely' | 'perhaps'>;

/** The lengths of the runs that end with each day, or session, by how many are past: each follows from the one before. */
function runLengths(timeline: Timeline, measure: CountMeasure): readonly Length[] {
  const lengths: Length[] = [none];
  let running = none;
  const end = timeline.calendar.schoolDays.length * perDay(measure);
  for (let at = 0; at < end; at++) {
    const found = standing(timeline, at, measure);
    if (found === 'in') running = { surely: running.surely + 1, perhaps: running.perhaps + 1 };
    else running = found === 'perhaps' ? { surely: 0, perhaps: running.perhaps + 1 } : none;
    // What is still to come ends a run for what follows, and is passed over itself.
    lengths.push(found === 'not yet' ? lengths.at(-1)! : running);
  }
  return lengths;
}

const none: Length = { surely: 0, perhaps: 0 };

function isSameLength(a: Length, b: Length): boolean {
  return a.surely === b.surely && a.perhaps === b.perhaps;
}

function perDay({ unit }: CountMeasure): 1 | 2 {
  return unit === 'sessions' ? 2 : 1;
}

function standing(timeline: Timeline, at: number, measure: CountMeasure): Standing {
  return perDay(measure) === 2 ? sessionIn(timeline, at, measure.of) : countedDay(timeline, at, measure);
}
