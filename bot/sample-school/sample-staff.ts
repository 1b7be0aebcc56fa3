import type { SampleStaff } from './sample-school.ts';

/**
 * Who may ask in the samples. Roles stand for names: the samples name no member of staff.
 */
export const sampleStaff: readonly SampleStaff[] = [
  member('attendance-lead', 'Attendance lead', 'attendance lead', ['widnes'], 'U0ATTLEAD'),
  {
    ...member('tutor-5b', 'Tutor of 5B', 'tutor', ['widnes'], 'U0TUTOR5B'),
    registrationGroups: ['5B'],
  },
];

function member(id: string, name: string, role: string, schools: readonly string[], slackUser: string): SampleStaff {
  return { id, name, role, schools, registrationGroups: [], slackUser };
}
