import { isoDay } from '../../register/day.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { closed, span } from './spans.ts';

/** The school year 2022 to 2023: 190 school days, 380 sessions; and the phases, which the policy does not list. */
export function normantonCalendar(school: string): SchoolCalendar {
  return schoolCalendar(school, [
    {
      from: isoDay('2022-09-05'),
      to: isoDay('2023-07-24'),
      terms: [
        span('Autumn term', '2022-09-05', '2022-12-16'),
        span('Spring term', '2023-01-03', '2023-03-31'),
        span('Summer term', '2023-04-17', '2023-07-24'),
      ],
      halfTerms: [
        span('Autumn 1', '2022-09-05', '2022-10-21'),
        span('Autumn 2', '2022-10-31', '2022-12-16'),
        span('Spring 1', '2023-01-03', '2023-02-10'),
        span('Spring 2', '2023-02-20', '2023-03-31'),
        span('Summer 1', '2023-04-17', '2023-05-26'),
        span('Summer 2', '2023-06-05', '2023-07-24'),
      ],
      closures: [
        closed('2022-09-05', 'INSET day'),
        closed('2022-09-19', 'Bank holiday for the State Funeral'),
        closed('2022-12-26', 'Boxing Day'),
        closed('2022-12-27', 'Christmas Day, substitute'),
        closed('2023-01-02', 'New Year’s Day, substitute'),
        closed('2023-01-03', 'INSET day'),
        closed('2023-04-07', 'Good Friday'),
        closed('2023-04-10', 'Easter Monday'),
        closed('2023-05-01', 'Early May bank holiday'),
        closed('2023-05-08', 'Bank holiday for the Coronation'),
        closed('2023-05-29', 'Spring bank holiday'),
      ],
      phases: [
        { name: 'Early years', yearGroups: ['R'] },
        { name: 'Infants', yearGroups: ['1', '2'] },
        { name: 'Juniors', yearGroups: ['3', '4', '5', '6'] },
      ],
    },
  ]);
}
