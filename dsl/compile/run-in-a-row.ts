import type { Day } from '../../register/day.ts';
import type { Measure } from '../resolve/policy.ts';
import type { Span } from './calendar-tables.ts';
import type { Timeline } from './timeline.ts';
import { countedDay, sessionIn } from './day-classes.ts';

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
  const perDay = measure.unit === 'sessions' ? 2 : 1;
  const standing = perDay === 2 ? sessionStanding : dayStanding;
  let surely = 0;
  let perhaps = 0;
  let broken = false;
  let first: number | undefined;
  let last: number | undefined;
  let sureFirst: number | undefined;
  for (let at = days * perDay - 1; at >= 0; at--) {
    const found = standing(timeline, at, measure);
    if (found === 'out') break;
    if (found === 'not yet') {
      if (last !== undefined) break;
      continue;
    }
    if (found === 'perhaps') broken = true;
    first = Math.floor(at / perDay);
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

function dayStanding(timeline: Timeline, at: number, measure: CountMeasure): Standing {
  return countedDay(timeline, at, measure);
}

function sessionStanding(timeline: Timeline, at: number, measure: CountMeasure): Standing {
  return sessionIn(timeline, at, measure.of);
}
