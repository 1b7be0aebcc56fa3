import { isoDay } from '../../register/day.ts';
import { normantonCalendar } from './normanton-calendar.ts';
import { normantonFamilies } from './normanton-families.ts';
import { normantonLog } from './normanton-log.ts';
import type { Random } from './random.ts';
import type { PupilSoFar, SamplePlan } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/** A primary school of one class a year in its year 2022 to 2023, up to the last day of the spring term. */
export function normantonPlan(): SamplePlan {
  return {
    seed: 20_230_331,
    policy: 'normanton-common',
    schools: [
      {
        id: 'normanton-common',
        name: 'Normanton Common Primary Academy (sample)',
        from: 0,
        to: 6,
        facts: {},
        questions: ['due today', 'stage for Kian Fairburn', 'band for Ella Tomlin', 'letters due', 'rewards due'],
        details: {
          address: ['Sample Road', 'NORMANTON', 'WF6 0ZZ'],
          telephone: '0113 496 0100',
          email: 'office@normanton-common.example',
          signatory: 'Headteacher',
          contact: {
            role: 'Attendance Officer',
            telephone: '0113 496 0101',
            email: 'attendance@normanton-common.example',
          },
        },
      },
    ],
    years: [0, 1, 2, 3, 4, 5, 6].map((year) => ({ year, pupils: 24, groups: 1 })),
    calendar: normantonCalendar,
    registerTo: isoDay('2023-03-31'),
    families: normantonFamilies,
    familyPrefix: 'N',
    area: { town: 'Normanton', sector: 'WF6 9' },
    establishment: 9100,
    begins: 2022,
    events: {
      visits: [[isoDay('2022-10-03'), isoDay('2022-12-02')]],
      away: [{ year: 6, from: isoDay('2023-03-14'), days: 3, code: 'V' }],
      receptionMorningsUntil: isoDay('2022-09-14'),
      storm: { day: isoDay('2023-03-10'), code: 'Y' },
    },
    facts: normantonFacts,
    log: normantonLog,
    // The day starts at 8.50: after 9.00 and before 9.10 is L, after 9.10 U.
    lateness: { late: (part) => 11 + Math.floor(9 * part * part), afterClosing: [21, 90] },
  };
}

/** What the school knows of a pupil, by the names of the trust's policy. */
function normantonFacts(pupil: PupilSoFar, random: Random): SamplePupil['facts'] {
  return {
    'medical-condition': random.chance(0.04),
    send: pupil.educationHealthCarePlan || random.chance(0.13),
    'has-social-worker': random.chance(0.03),
    'looked-after': random.chance(0.01),
  };
}
