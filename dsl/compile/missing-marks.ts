import type { Day } from '../../register/day.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { Need, SessionName } from './needs.ts';
import type { Timeline } from './timeline.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { NOT_TAKEN } from '../../register/pupil-register.ts';

/** The sessions not taken among the days that a measure looks at, on a day. */
export function missingMarks(timeline: Timeline, measure: CompiledMeasure, day: Day): Extract<Need, { kind: 'mark' }> {
  const { sessions } = timeline.about.register;
  const days = measure.daysLookedAt(timeline, day);
  const found: SessionName[] = [];
  for (const span of days) {
    const end = timeline.tables.schoolDaysUpTo(span.to);
    for (let index = timeline.tables.schoolDaysUpTo(addDays(span.from, -1)); index < end; index++) {
      const missing = timeline.notTaken[index + 1]! - timeline.notTaken[index]!;
      if (missing === 0) continue;
      const date = formatIsoDay(timeline.calendar.schoolDays[index]!);
      if (sessions[index * 2] === NOT_TAKEN) found.push({ date, session: 'AM' });
      if (sessions[index * 2 + 1] === NOT_TAKEN && (missing === 2 || sessions[index * 2] !== NOT_TAKEN)) {
        found.push({ date, session: 'PM' });
      }
    }
  }
  return { kind: 'mark', sessions: found };
}
