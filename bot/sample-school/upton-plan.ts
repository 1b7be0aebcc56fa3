import { isoDay } from '../../register/day.ts';
import type { PlannedSchool, SamplePlan } from './sample-plan.ts';
import { uptonCalendar } from './upton-calendar.ts';
import { uptonFacts } from './upton-facts.ts';
import { uptonFamilies } from './upton-families.ts';
import { uptonLog } from './upton-log.ts';

/**
 * Three invented members of the cluster (the statement lists none) in the year 2025 to 2026, up to the last day of the
 * spring term: an infant, a junior and a high school, with families across them.
 */
export function uptonPlan(): SamplePlan {
  return {
    seed: 20_260_327,
    policy: 'upton',
    schools: [
      member('larkrise-infants', 'Larkrise Infant School', [0, 2], 10, ['stage for Freya Whitlock', 'due today']),
      member('larkrise-juniors', 'Larkrise Junior School', [3, 6], 20, ['what next for Tyler Ferris', 'due today']),
      member('brookfold-high', 'Brookfold High School', [7, 11], 30, ['stage for Bethany Ferris', 'due today']),
    ],
    years: [
      ...[0, 1, 2].map((year) => ({ year, pupils: 30, groups: 2 })),
      ...[3, 4, 5, 6].map((year) => ({ year, pupils: 24, groups: 1 })),
      ...[7, 8, 9, 10, 11].map((year) => ({ year, pupils: 19, groups: 1 })),
    ],
    calendar: uptonCalendar,
    registerTo: isoDay('2026-03-27'),
    families: uptonFamilies,
    familyPrefix: 'U',
    area: { town: 'Chester', sector: 'CH2 9' },
    establishment: 9200,
    begins: 2025,
    events: {
      visits: [[isoDay('2025-09-29'), isoDay('2025-12-05')]],
      away: [{ year: 6, from: isoDay('2026-03-10'), days: 3, code: 'V' }],
      receptionMorningsUntil: isoDay('2025-09-12'),
      festival: isoDay('2026-03-20'),
      storm: { day: isoDay('2026-01-27'), code: 'Y2' },
    },
    facts: uptonFacts,
    log: uptonLog,
    lateness: { late: (part) => 1 + Math.floor(24 * part * part), afterClosing: [31, 100] },
  };
}

/** Telephone numbers of the range kept for fiction that belongs to no area. */
function member(
  id: string,
  name: string,
  [from, to]: readonly [number, number],
  line: number,
  questions: readonly string[],
): PlannedSchool {
  return {
    id,
    name: `${name} (sample)`,
    from,
    to,
    facts: {},
    questions,
    details: {
      address: ['Sample Way', 'CHESTER', 'CH2 0ZZ'],
      telephone: `01632 9601${line}`,
      email: `office@${id}.example`,
      signatory: 'Headteacher',
      contact: {
        role: 'Attendance Lead',
        telephone: `01632 9601${line + 1}`,
        email: `attendance@${id}.example`,
      },
    },
  };
}
