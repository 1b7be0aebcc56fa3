import type { SampleStaff } from './sample-school.ts';

/** Who may ask in the sample: one who sees the whole school, and one who sees a single registration group. */
export const sampleStaff: readonly SampleStaff[] = [
  {
    id: 'attendance-lead',
    role: 'attendance lead',
    schools: ['widnes'],
    registrationGroups: [],
    slackUser: 'U0ATTLEAD',
  },
  { id: 'tutor-5b', role: 'tutor', schools: ['widnes'], registrationGroups: ['5B'], slackUser: 'U0TUTOR5B' },
];
