import type { KnownFamily, LaidDownMarks } from './known-families.ts';

const unexplained = ['N', 'N'] as const;
const ill = ['I', 'I'] as const;

/** Attendance comes to 92% on 29 March 2023, and to 91.7% on 31 March: 20 and 21 sessions missed. */
const nearingPersistentAbsence: LaidDownMarks = {
  absences: {
    '2022-11-14': ill,
    '2022-11-15': ill,
    '2023-01-23': ill,
    '2023-01-24': ill,
    '2023-02-27': ill,
    '2023-02-28': ill,
    '2023-03-01': ill,
    '2023-03-21': ill,
    '2023-03-22': ill,
    '2023-03-29': ill,
    '2023-03-30': ['I', '\\'],
  },
  minutesAfterStart: { '2022-10-05': 12 },
};

/** Attendance falls below 90% on 31 March 2023, to 89.7%: 26 sessions of 252 missed. */
const newlyPersistentlyAbsent: LaidDownMarks = {
  absences: {
    '2022-11-21': ill,
    '2022-11-22': ill,
    '2023-01-10': ill,
    '2023-01-11': ill,
    '2023-01-12': ill,
    '2023-02-23': ill,
    '2023-02-24': ill,
    '2023-03-02': ill,
    '2023-03-03': ill,
    '2023-03-20': ill,
    '2023-03-21': ill,
    '2023-03-30': ill,
    '2023-03-31': ill,
  },
  minutesAfterStart: {},
};

/** Late after registration closed on five mornings of the half term from 20 February 2023, the fifth on 30 March. */
const oftenLate: LaidDownMarks = {
  absences: {
    '2023-01-17': ['U', '\\'],
    '2023-02-21': ['U', '\\'],
    '2023-02-28': ['U', '\\'],
    '2023-03-07': ['U', '\\'],
    '2023-03-16': ['U', '\\'],
    '2023-03-30': ['U', '\\'],
  },
  minutesAfterStart: {
    '2023-01-17': 31,
    '2023-01-26': 14,
    '2023-02-21': 26,
    '2023-02-28': 42,
    '2023-03-03': 17,
    '2023-03-07': 24,
    '2023-03-16': 55,
    '2023-03-30': 23,
  },
};

/** Away since 30 March 2023, and nobody has said why: the second day of absence is 31 March. */
const awaySinceYesterday: LaidDownMarks = {
  absences: { '2022-12-06': ill, '2023-03-30': unexplained, '2023-03-31': unexplained },
  minutesAfterStart: {},
};

/** The first day of an absence that nobody has explained, 31 March 2023. */
const awayToday: LaidDownMarks = {
  absences: { '2023-02-09': ill, '2023-03-31': unexplained },
  minutesAfterStart: {},
};

/** Away from 28 to 31 March 2023: the fourth day of an absence that nobody has explained. */
const awayFourDays: LaidDownMarks = {
  absences: {
    '2023-03-28': unexplained,
    '2023-03-29': unexplained,
    '2023-03-30': unexplained,
    '2023-03-31': unexplained,
  },
  minutesAfterStart: { '2022-11-22': 13 },
};

/** Families that the Normanton sample has, whatever the seed: texts, tests and pictures may name them. */
export const normantonFamilies: readonly KnownFamily[] = [
  {
    surname: 'Tomlin',
    keepsEid: false,
    home: 'apart',
    mother: 'Rachel',
    father: 'Gareth',
    pupils: [
      { forename: 'Ella', registrationGroup: '4A', marks: nearingPersistentAbsence },
      { forename: 'Rory', registrationGroup: '1A' },
    ],
  },
  {
    surname: 'Rushworth',
    keepsEid: false,
    home: 'one adult',
    mother: 'Leanne',
    father: 'Craig',
    pupils: [{ forename: 'Callum', registrationGroup: '5A', marks: oftenLate }],
  },
  {
    surname: 'Fairburn',
    keepsEid: false,
    home: 'together',
    mother: 'Vicky',
    father: 'Lee',
    pupils: [{ forename: 'Kian', registrationGroup: '5A', marks: newlyPersistentlyAbsent }],
  },
  {
    surname: 'Haigh',
    keepsEid: false,
    home: 'together',
    mother: 'Joanne',
    father: 'Stuart',
    pupils: [{ forename: 'Mia', registrationGroup: '2A', marks: awaySinceYesterday }],
  },
  {
    surname: 'Beaumont',
    keepsEid: false,
    home: 'carer',
    mother: 'Kayleigh',
    father: 'Darren',
    pupils: [{ forename: 'Noah', registrationGroup: '3A', marks: awayToday }],
  },
  {
    surname: 'Cockcroft',
    keepsEid: false,
    home: 'one adult',
    mother: 'Donna',
    father: 'Wayne',
    pupils: [{ forename: 'Alfie', registrationGroup: '6A', marks: awayFourDays }],
  },
  {
    surname: 'Ormsby',
    keepsEid: false,
    home: 'together',
    mother: 'Helen',
    father: 'Simon',
    pupils: [{ forename: 'Jessica', registrationGroup: '6A' }],
  },
  {
    surname: 'Castleton',
    keepsEid: false,
    home: 'together',
    mother: 'Claire',
    father: 'Andrew',
    pupils: [
      { forename: 'Oliver', registrationGroup: '3A' },
      { forename: 'Lily', registrationGroup: '1A' },
    ],
  },
];
