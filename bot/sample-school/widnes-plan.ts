import { isoDay } from '../../register/day.ts';
import { evenYears } from './places.ts';
import type { SamplePlan } from './sample-plan.ts';
import { widnesCalendar } from './widnes-calendar.ts';
import { widnesFamilies } from './widnes-families.ts';

/**
 * A primary school in its year 2023 to 2024.
 * @param pupils how many; 70 at least. Below some 400 a stage may be empty on a given day
 */
export function widnesPlan(pupils = 420): SamplePlan {
  if (!Number.isInteger(pupils) || pupils < 70) {
    throw new RangeError(`a sample school has 70 pupils or more, not ${pupils}`);
  }
  return {
    seed: 20_240_328,
    policy: 'widnes',
    schools: [
      {
        id: 'widnes',
        name: 'Widnes Academy (sample)',
        from: 0,
        to: 6,
        facts: {},
        questions: ['stage for Amira Khan', 'who is at serious concerns', 'when do registers close'],
        details: {
          address: ['Sample Street', 'WIDNES', 'WA8 0ZZ'],
          telephone: '0151 496 0100',
          email: 'office@widnes-academy.example',
          signatory: 'Head of School',
          contact: {
            role: 'Attendance Leader',
            telephone: '0151 496 0101',
            email: 'attendance@widnes-academy.example',
          },
        },
      },
    ],
    years: evenYears(pupils),
    calendar: widnesCalendar,
    families: widnesFamilies,
    familyPrefix: 'F',
    area: { town: 'Widnes', sector: 'WA8 9' },
    establishment: 9000,
    begins: 2023,
    events: {
      visits: [
        [isoDay('2023-10-02'), isoDay('2023-11-30')],
        [isoDay('2024-04-15'), isoDay('2024-06-20')],
      ],
      away: [
        { year: 6, from: isoDay('2024-06-12'), days: 3, code: 'V' },
        { year: 6, from: isoDay('2024-07-03'), days: 2, code: 'B' },
      ],
      receptionMorningsUntil: isoDay('2023-09-11'),
      festival: isoDay('2024-04-10'),
      storm: { day: isoDay('2024-01-22'), code: 'Y' },
    },
    // The day starts at 8.45 and registers close at 9.30: L is up to 45 minutes, U is later.
    lateness: { late: (part) => 2 + Math.floor(38 * part * part), afterClosing: [46, 130] },
  };
}
