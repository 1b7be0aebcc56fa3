import { isoDay } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import type { Closure, SchoolCalendar } from '../../register/school-calendar.ts';
import { span } from './spans.ts';

/** The school year 2025 to 2026 as several samples have it, up to the day given: 190 school days, 380 sessions. */
export function year2025(school: string, to: string, closures: readonly Closure[]): SchoolCalendar {
  return schoolCalendar(school, [
    {
      from: isoDay('2025-09-01'),
      to: isoDay(to),
      terms: [
        span('Autumn term', '2025-09-01', '2025-12-19'),
        span('Spring term', '2026-01-05', '2026-03-27'),
        span('Summer term', '2026-04-13', to),
      ],
      halfTerms: [
        span('Autumn 1', '2025-09-01', '2025-10-24'),
        span('Autumn 2', '2025-11-03', '2025-12-19'),
        span('Spring 1', '2026-01-05', '2026-02-13'),
        span('Spring 2', '2026-02-23', '2026-03-27'),
        span('Summer 1', '2026-04-13', '2026-05-22'),
        span('Summer 2', '2026-06-01', to),
      ],
      closures,
    },
  ]);
}
