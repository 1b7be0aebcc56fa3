import type { SampleStaff } from './sample-school.ts';

const uptonSchools = ['larkrise-infants', 'larkrise-juniors', 'brookfold-high'];

/** Who may ask in the samples. Roles stand for names: the samples name no member of staff. */
export const sampleStaff: readonly SampleStaff[] = [
  member('attendance-lead', 'Attendance lead', 'attendance lead', ['widnes'], 'U0ATTLEAD'),
  {
    ...member('tutor-5b', 'Tutor of 5B', 'tutor', ['widnes'], 'U0TUTOR5B'),
    registrationGroups: ['5B'],
  },
  member('normanton-lead', 'Attendance lead, Normanton', 'attendance lead', ['normanton-common'], 'U0NORMANTON'),
  member('trust-ewo', 'Trust Education Welfare Officer', 'attendance officer', ['normanton-common'], 'U0TRUSTEWO'),
  member('infants-lead', 'Attendance lead, Larkrise Infants', 'attendance lead', ['larkrise-infants'], 'U0INFANTS'),
  member('juniors-lead', 'Attendance lead, Larkrise Juniors', 'attendance lead', ['larkrise-juniors'], 'U0JUNIORS'),
  member('high-lead', 'Attendance lead, Brookfold High', 'attendance lead', ['brookfold-high'], 'U0BROOKFOLD'),
  member('cluster-lead', 'Lead of the Upton cluster', 'attendance lead', uptonSchools, 'U0CLUSTER'),
  member(
    'ascension-champion',
    'Senior attendance champion, Ascension',
    'attendance lead',
    ['ascension'],
    'U0ASCENSION',
  ),
  member('ascension-office', 'School office, Ascension', 'attendance officer', ['ascension'], 'U0ASCOFFICE'),
  {
    ...member('ascension-teacher-5a', 'Class teacher of 5A, Ascension', 'tutor', ['ascension'], 'U0ASCTEACHER'),
    registrationGroups: ['5A'],
  },
  member('bramhall-lead', 'Senior leader for attendance, Bramhall', 'attendance lead', ['bramhall'], 'U0BRAMHALL'),
  {
    ...member('bramhall-year-10', 'Head of Year 10, Bramhall', 'tutor', ['bramhall'], 'U0BRAYEAR10'),
    registrationGroups: ['10A', '10B', '10C'],
  },
  member('stockport-ewo', 'Education Welfare Officer, Stockport', 'attendance officer', ['bramhall'], 'U0STOCKPORT'),
];

function member(id: string, name: string, role: string, schools: readonly string[], slackUser: string): SampleStaff {
  return { id, name, role, schools, registrationGroups: [], slackUser };
}
