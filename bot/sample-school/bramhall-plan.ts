import { isoDay } from '../../register/day.ts';
import { bramhallCalendar } from './bramhall-calendar.ts';
import { bramhallFacts } from './bramhall-facts.ts';
import { bramhallFamilies } from './bramhall-families.ts';
import { bramhallLog } from './bramhall-log.ts';
import type { SamplePlan } from './sample-plan.ts';

/** A secondary school, smaller than the real one, in its year 2025 to 2026, up to a Wednesday late in the spring term. */
export function bramhallPlan(): SamplePlan {
  return {
    seed: 20_260_325,
    policy: 'bramhall',
    schools: [
      {
        id: 'bramhall',
        name: 'Bramhall High School (sample)',
        from: 7,
        to: 11,
        facts: { 'gcse-period': false },
        questions: ['stage for Alisha Bowdon', 'why', 'due today', 'what next for Ethan Hollins', 'letters due'],
        details: {
          address: ['Sample Avenue', 'STOCKPORT', 'SK7 0ZZ'],
          telephone: '0161 496 0100',
          email: 'office@bramhall.example',
          signatory: 'Senior Leader for Attendance',
          contact: {
            role: 'Attendance Office',
            telephone: '0161 496 0101',
            email: 'attendance@bramhall.example',
          },
        },
      },
    ],
    years: [7, 8, 9, 10, 11].map((year) => ({ year, pupils: 80, groups: 3 })),
    calendar: bramhallCalendar,
    registerTo: isoDay('2026-03-25'),
    firstFileTo: isoDay('2026-03-13'),
    families: bramhallFamilies,
    familyPrefix: 'B',
    area: { town: 'Stockport', sector: 'SK7 9' },
    establishment: 9400,
    begins: 2025,
    events: {
      visits: [[isoDay('2025-09-29'), isoDay('2025-12-05')]],
      away: [
        { year: 7, from: isoDay('2025-09-24'), days: 3, code: 'V' },
        { year: 10, from: isoDay('2026-02-02'), days: 5, code: 'W' },
      ],
      festival: isoDay('2026-03-20'),
      storm: { day: isoDay('2026-01-27'), code: 'Y2' },
    },
    facts: bramhallFacts,
    log: bramhallLog,
    // Registers are taken at 8.30. When they close the policy does not say; this office closes them at 9.00.
    lateness: { late: (part) => 1 + Math.floor(28 * part * part), afterClosing: [31, 120] },
  };
}
