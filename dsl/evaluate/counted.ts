import type { Day } from '../../register/day.ts';
import type { Measure, SessionSet } from '../resolve/policy.ts';
import type { Span } from '../compile/calendar-tables.ts';
import type { CompiledMeasure } from '../compile/compile-measure.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Clause, CountedSession, Quantity, Reason } from './finding.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { compareFractions } from '../../register/fraction.ts';
import { codeOfByte } from '../../register/pupil-register.ts';
import { runEnding } from '../compile/run-in-a-row.ts';
import { rememberedByDay } from '../compile/remembered.ts';
import { members } from '../compile/day-classes.ts';
import { quantity } from './quantities.ts';

/** The count of a measure on a day, where it is known; with marks missing, what is sure. */
export function countOf(measure: CompiledMeasure, timeline: Timeline, day: Day): Quantity | null {
  const value = measure.on(timeline, day);
  // Where readings part, none of their counts is the count.
  if (measure.readings && !('need' in value) && compareFractions(value.least, value.most) !== 0) return null;
  return 'need' in value ? null : quantity(value.least, measure.unit);
}

/** Why a count is what it is: the very sessions that count, in their window. Of a rate, those missed. */
export function countedReason(
  measure: CompiledMeasure,
  timeline: Timeline,
  day: Day,
  clause: Clause,
): Reason | undefined {
  const count = countOf(measure, timeline, day);
  const counted = sessionsCounted(measure, timeline, day);
  if (!count || !counted) return undefined;
  const { window, sessions } = counted;
  const open = sessions.filter((session) => session.code === 'N').length;
  const expected = measure.expected?.(timeline, day);
  return {
    kind: 'counted',
    what: measure.measure.words,
    count,
    ...(expected && expected.numerator > 0 ? { expected: quantity(expected, measure.unit) } : {}),
    window,
    open,
    sessions,
    clause,
  };
}

/** The very sessions that a measure counts on a day, and the days of its window. */
export function sessionsCounted(
  measure: CompiledMeasure,
  timeline: Timeline,
  day: Day,
):
  | {
      readonly window: { readonly from: string; readonly to: string; readonly words: string };
      readonly sessions: readonly CountedSession[];
    }
  | undefined {
  const set = countedSet(measure.measure);
  const days = daysCounted(measure, timeline, day);
  if (!set || !days) return undefined;
  const inside = sessionsIn(timeline, days, set);
  return {
    window: { from: formatIsoDay(days.from), to: formatIsoDay(days.to), words: measure.window?.words ?? 'in a row' },
    sessions: wholeDays(measure.measure)
      ? inside.filter((each, index) => isWhole(each, inside[index - 1], inside[index + 1]))
      : inside,
  };
}

/** The days of the window; of a run, those that surely belong to it. */
function daysCounted({ measure, daysLookedAt }: CompiledMeasure, timeline: Timeline, day: Day): Span | undefined {
  if (measure.kind === 'count' && measure.window.kind === 'in a row') return runEnding(timeline, day, measure).sureDays;
  return daysLookedAt(timeline, day)[0];
}

/** Which sessions a measure counts; of a rate, those missed. Undefined where it counts none. */
export function countedSet(measure: Measure): SessionSet | undefined {
  if (measure.kind === 'highest') return undefined;
  if (measure.kind === 'count' || measure.kind === 'weeks') return measure.of;
  return measure.kind === 'rate' ? { class: 'absent' } : undefined;
}

/** A count of school days takes in only those that lie in the class whole. */
function wholeDays(measure: Measure): boolean {
  return measure.kind === 'count' && measure.unit === 'school days' && !measure.partDays;
}

/** In order, the other session of a day stands before it or after it. */
function isWhole({ date }: CountedSession, ...neighbours: readonly (CountedSession | undefined)[]): boolean {
  return neighbours.some((other) => other?.date === date);
}

const dateOf = rememberedByDay((_tables, day) => formatIsoDay(day));

function sessionsIn(timeline: Timeline, days: Span, set: SessionSet): readonly CountedSession[] {
  const { tables, calendar, codes, about } = timeline;
  const belonging = members(timeline, set);
  const found: CountedSession[] = [];
  const end = tables.schoolDaysUpTo(days.to);
  for (let index = tables.schoolDaysUpTo(addDays(days.from, -1)); index < end; index++) {
    for (let half = 0; half < 2; half++) {
      const byte = about.register.sessions[index * 2 + half]!;
      if (belonging[byte] === 0) continue;
      found.push({
        date: dateOf(tables, calendar.schoolDays[index]!),
        session: half === 0 ? 'AM' : 'PM',
        code: codeOfByte(codes, byte)!.code,
      });
    }
  }
  return found;
}
