import type { Day } from '../../register/day.ts';
import type { CalendarTables } from './calendar-tables.ts';
import type { Timeline } from './timeline.ts';

/** What is worked out of a pupil's days once, however often it is asked for. */
export function remembered<Answer>(workOut: (timeline: Timeline) => Answer): (timeline: Timeline) => Answer {
  const key = {};
  return (timeline) => {
    const known = timeline.memory.get(key) as { readonly answer: Answer } | undefined;
    if (known) return known.answer;
    const answer = workOut(timeline);
    timeline.memory.set(key, { answer });
    return answer;
  };
}

/** What turns on the calendar and the day alone: worked out once for all pupils of a school. */
export function rememberedByDay<Answer>(
  workOut: (tables: CalendarTables, day: Day) => Answer,
): (tables: CalendarTables, day: Day) => Answer {
  const known = new WeakMap<CalendarTables, (Answer | undefined)[]>();
  let lastAsked: CalendarTables | undefined;
  let days: (Answer | undefined)[] = [];
  return (tables, day) => {
    if (tables !== lastAsked) {
      days = known.get(tables) ?? [];
      known.set(tables, days);
      lastAsked = tables;
    }
    const offset = day - tables.from;
    // Days outside the calendar's years are asked about seldom.
    if (offset < 0 || day > tables.to) return workOut(tables, day);
    return (days[offset] ??= workOut(tables, day));
  };
}
