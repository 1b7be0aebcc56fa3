import { isoDay } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { closed, span } from './spans.ts';

/** The school year 2025 to 2026: 190 school days, 380 sessions. */
export function ascensionCalendar(school: string): SchoolCalendar {
  return schoolCalendar(school, [
    {
      from: isoDay('2025-09-01'),
      to: isoDay('2026-07-20'),
      terms: [
        span('Autumn term', '2025-09-01', '2025-12-19'),
        span('Spring term', '2026-01-05', '2026-03-27'),
        span('Summer term', '2026-04-13', '2026-07-20'),
      ],
      halfTerms: [
        span('Autumn 1', '2025-09-01', '2025-10-24'),
        span('Autumn 2', '2025-11-03', '2025-12-19'),
        span('Spring 1', '2026-01-05', '2026-02-13'),
        span('Spring 2', '2026-02-23', '2026-03-27'),
        span('Summer 1', '2026-04-13', '2026-05-22'),
        span('Summer 2', '2026-06-01', '2026-07-20'),
      ],
      closures: [
        closed('2025-09-01', 'INSET day'),
        closed('2025-09-02', 'INSET day'),
        closed('2025-11-28', 'INSET day'),
        closed('2025-12-25', 'Christmas Day'),
        closed('2025-12-26', 'Boxing Day'),
        closed('2026-01-01', 'New Year’s Day'),
        closed('2026-01-05', 'INSET day'),
        closed('2026-04-03', 'Good Friday'),
        closed('2026-04-06', 'Easter Monday'),
        closed('2026-05-04', 'Early May bank holiday'),
        closed('2026-05-25', 'Spring bank holiday'),
        closed('2026-07-20', 'INSET day'),
      ],
    },
  ]);
}
