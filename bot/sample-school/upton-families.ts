import type { KnownFamily, LaidDownMarks } from './known-families.ts';

const ill = ['I', 'I'] as const;
const away = ['O', 'O'] as const;
const granted = ['C', 'C'] as const;

/** More than a tenth of the sessions up to 27 March 2026: 14 of 127 days. */
const persistentlyAbsent: LaidDownMarks = {
  absences: {
    '2025-10-06': ill,
    '2025-10-07': ill,
    '2025-11-10': away,
    '2025-11-11': away,
    '2025-12-04': ill,
    '2025-12-05': ill,
    '2026-01-15': away,
    '2026-01-16': away,
    '2026-02-02': ill,
    '2026-02-03': ill,
    '2026-02-26': away,
    '2026-02-27': away,
    '2026-03-12': away,
    '2026-03-13': away,
  },
  minutesAfterStart: { '2026-01-19': 12 },
};

/** Two days of leave, granted. */
const onLeave: LaidDownMarks = {
  absences: { '2026-03-19': granted, '2026-03-20': granted },
  minutesAfterStart: {},
};

/** Families that the Upton samples have, whatever the seed: texts, tests and pictures may name them. */
export const uptonFamilies: readonly KnownFamily[] = [
  {
    surname: 'Whitlock',
    keepsEid: false,
    home: 'together',
    mother: 'Naomi',
    father: 'Edward',
    pupils: [
      { forename: 'Freya', registrationGroup: '2A' },
      { forename: 'Jonah', registrationGroup: '5A' },
      { forename: 'Imogen', registrationGroup: '9A' },
    ],
  },
  {
    surname: 'Ferris',
    keepsEid: false,
    home: 'one adult',
    mother: 'Sharon',
    father: 'Kevin',
    pupils: [
      { forename: 'Tyler', registrationGroup: '4A', marks: persistentlyAbsent },
      { forename: 'Bethany', registrationGroup: '8A', marks: persistentlyAbsent },
    ],
  },
  {
    surname: 'Oyelaran',
    keepsEid: false,
    home: 'together',
    mother: 'Folake',
    father: 'Tunde',
    pupils: [
      { forename: 'Dara', registrationGroup: '1A', marks: onLeave },
      { forename: 'Kemi', registrationGroup: '6A', marks: onLeave },
    ],
  },
];
