import { isoDay } from '../../register/day.ts';
import { ascensionCalendar } from './ascension-calendar.ts';
import { ascensionFacts } from './ascension-facts.ts';
import { ascensionFamilies } from './ascension-families.ts';
import { ascensionLog } from './ascension-log.ts';
import type { SamplePlan } from './sample-plan.ts';

/** A primary school of one class a year in its year 2025 to 2026, up to the last day of the spring term. */
export function ascensionPlan(): SamplePlan {
  return {
    seed: 20_260_328,
    policy: 'ascension',
    schools: [
      {
        id: 'ascension',
        name: 'Church of the Ascension Primary School (sample)',
        from: 0,
        to: 6,
        facts: {},
        questions: ['due today', 'stage for Ivy Cartledge', 'why Jenson Grosvenor', 'what next for Ruby Perrins'],
        details: {
          address: ['Sample Lane', 'DUDLEY', 'DY2 0ZZ'],
          telephone: '0121 496 0100',
          email: 'office@ascension.example',
          signatory: 'Headteacher',
          contact: {
            role: 'School Office',
            telephone: '0121 496 0101',
            email: 'attendance@ascension.example',
          },
        },
      },
    ],
    years: [0, 1, 2, 3, 4, 5, 6].map((year) => ({ year, pupils: 28, groups: 1 })),
    calendar: ascensionCalendar,
    registerTo: isoDay('2026-03-27'),
    firstFileTo: isoDay('2026-03-13'),
    families: ascensionFamilies,
    familyPrefix: 'A',
    area: { town: 'Dudley', sector: 'DY2 9' },
    establishment: 9300,
    begins: 2025,
    events: {
      visits: [[isoDay('2025-09-29'), isoDay('2025-12-05')]],
      away: [{ year: 6, from: isoDay('2025-10-13'), days: 5, code: 'V' }],
      receptionMorningsUntil: isoDay('2025-09-12'),
      festival: isoDay('2026-03-20'),
      storm: { day: isoDay('2026-01-27'), code: 'Y2' },
    },
    facts: ascensionFacts,
    log: ascensionLog,
    // Pupils arrive by 8.50 and the register is open until 9.20: L is before, U after.
    lateness: { late: (part) => 1 + Math.floor(28 * part * part), afterClosing: [31, 100] },
  };
}
