import { isoDay } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { closed, span } from './spans.ts';

/** The school year 2023 to 2024: 190 school days, 380 sessions. Easter is short so that Eid falls in term. */
export function widnesCalendar(school: string): SchoolCalendar {
  return schoolCalendar(school, [
    {
      from: isoDay('2023-09-04'),
      to: isoDay('2024-07-19'),
      terms: [
        span('Autumn term', '2023-09-04', '2023-12-20'),
        span('Spring term', '2024-01-08', '2024-03-28'),
        span('Summer term', '2024-04-08', '2024-07-19'),
      ],
      halfTerms: [
        span('Autumn 1', '2023-09-04', '2023-10-20'),
        span('Autumn 2', '2023-10-30', '2023-12-20'),
        span('Spring 1', '2024-01-08', '2024-02-09'),
        span('Spring 2', '2024-02-19', '2024-03-28'),
        span('Summer 1', '2024-04-08', '2024-05-24'),
        span('Summer 2', '2024-06-03', '2024-07-19'),
      ],
      closures: [
        closed('2023-09-04', 'INSET day'),
        closed('2023-10-20', 'INSET day'),
        closed('2023-12-25', 'Christmas Day'),
        closed('2023-12-26', 'Boxing Day'),
        closed('2024-01-01', 'New Year’s Day'),
        closed('2024-01-08', 'INSET day'),
        closed('2024-03-29', 'Good Friday'),
        closed('2024-04-01', 'Easter Monday'),
        closed('2024-04-08', 'INSET day'),
        closed('2024-05-02', 'Polling day: the school is a polling station'),
        closed('2024-05-06', 'Early May bank holiday'),
        closed('2024-05-27', 'Spring bank holiday'),
        closed('2024-06-28', 'INSET day'),
      ],
    },
  ]);
}
