import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { closed } from './spans.ts';
import { year2025 } from './year-2025.ts';

/** The school year 2025 to 2026: 190 school days, 380 sessions. */
export function bramhallCalendar(school: string): SchoolCalendar {
  return year2025(school, '2026-07-20', [
    closed('2025-09-01', 'INSET day'),
    closed('2025-09-02', 'INSET day'),
    closed('2025-12-25', 'Christmas Day'),
    closed('2025-12-26', 'Boxing Day'),
    closed('2026-01-01', 'New Year’s Day'),
    closed('2025-10-24', 'INSET day'),
    closed('2026-04-03', 'Good Friday'),
    closed('2026-04-06', 'Easter Monday'),
    closed('2026-05-04', 'Early May bank holiday'),
    closed('2026-05-22', 'INSET day'),
    closed('2026-05-25', 'Spring bank holiday'),
    closed('2026-07-20', 'INSET day'),
  ]);
}
