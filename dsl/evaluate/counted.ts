import type { Day } from '../../register/day.ts';
import type { SessionSet } from '../resolve/policy.ts';
import type { CompiledMeasure } from '../compile/compile-measure.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Clause, CountedSession, Quantity, Reason } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { codeOfByte } from '../../register/pupil-register.ts';
import { belongs } from '../compile/session-classes.ts';
import { quantity } from './quantities.ts';

/** The count of a measure on a day, where it is known; with marks missing, what is sure. */
export function countOf(measure: CompiledMeasure, timeline: Timeline, day: Day): Quantity | null {
  const value = measure.on(timeline, day);
  return 'need' in value ? null : quantity(value.least, measure.unit);
}

/** Why a count is what it is: the very sessions that count, in their window. */
export function countedReason(
  measure: CompiledMeasure,
  timeline: Timeline,
  day: Day,
  clause: Clause,
): Reason | undefined {
  const count = countOf(measure, timeline, day);
  const set = countedSet(measure);
  if (!count || !set) return undefined;
  const span = measure.window?.on(timeline, day);
  if (measure.window && (span === undefined || span === 'none' || 'need' in span)) return undefined;
  const days = span && span !== 'none' && !('need' in span) ? span : undefined;
  const from = days?.from ?? runStart(timeline, day, Number(count.value), measure);
  const sessions = sessionsIn(timeline, from, day, set);
  return {
    kind: 'counted',
    what: measure.measure.words,
    count,
    window: { from: formatIsoDay(from), to: formatIsoDay(day), words: measure.window?.words ?? 'in a row' },
    open: sessions.filter((session) => session.code === 'N').length,
    sessions,
    clause,
  };
}

/** Which sessions a measure counts: of a rate, those missed. */
function countedSet(measure: CompiledMeasure): SessionSet | undefined {
  const { measure: of } = measure;
  if (of.kind === 'count' || of.kind === 'weeks') return of.of;
  return of.kind === 'rate' ? { class: 'absent' } : undefined;
}

function runStart(timeline: Timeline, day: Day, days: number, measure: CompiledMeasure): Day {
  const perDay = measure.measure.kind === 'count' && measure.measure.unit === 'sessions' ? 2 : 1;
  const end = timeline.tables.schoolDaysUpTo(day);
  return timeline.calendar.schoolDays[Math.max(0, end - Math.ceil(days / perDay))] ?? day;
}

export function sessionsIn(timeline: Timeline, from: Day, to: Day, set: SessionSet): readonly CountedSession[] {
  const { tables, calendar, codes, about } = timeline;
  const found: CountedSession[] = [];
  const end = tables.schoolDaysUpTo(to);
  for (let index = tables.schoolDaysUpTo((from - 1) as Day); index < end; index++) {
    for (let half = 0; half < 2; half++) {
      const code = codeOfByte(codes, about.register.sessions[index * 2 + half]!);
      if (!code || !belongs(code, set)) continue;
      found.push({
        date: formatIsoDay(calendar.schoolDays[index]!),
        session: half === 0 ? 'AM' : 'PM',
        code: code.code,
      });
    }
  }
  return found;
}
