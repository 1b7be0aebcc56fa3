import type { CodePair, LaidDownMarks } from './known-families.ts';

const ill: CodePair = ['I', 'I'];
const away: CodePair = ['O', 'O'];
const unexplained: CodePair = ['N', 'N'];
const late: CodePair = ['U', '\\'];
const none = { absences: {}, minutesAfterStart: {} } as const;

/** On time at every session to 27 March 2026. */
export const alwaysThere: LaidDownMarks = none;

/** 10 days missed of 126, the last of them in the weeks before the concern was noted. */
export const causeForConcern: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-10-06', '2025-10-08'],
    ['I', '2025-12-02', '2025-12-03'],
    ['I', '2026-02-26', '2026-02-27'],
    ['I', '2026-03-09', '2026-03-10'],
  ],
  absences: { '2026-03-16': away },
};

/** Absent here and there before and after the initial letter of January. */
export const afterInitialLetter: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-11-10', '2025-11-12'],
    ['I', '2026-02-03', '2026-02-04'],
  ],
  absences: { '2025-12-12': away, '2026-01-19': away, '2026-03-06': ill, '2026-03-23': away },
};

/** Nine unauthorised sessions by 26 March, and away on the 27th with no word from anyone. */
export const formallyMonitored: LaidDownMarks = {
  runs: [
    ['I', '2025-11-17', '2025-11-19'],
    ['I', '2026-02-09', '2026-02-10'],
  ],
  absences: {
    '2025-12-15': away,
    '2026-01-16': away,
    '2026-01-30': away,
    '2026-03-02': away,
    '2026-03-13': late,
    '2026-03-17': away,
    '2026-03-27': unexplained,
  },
  minutesAfterStart: { '2026-03-13': 52, '2026-03-19': 11 },
};

/** Away one week in three since the autumn, most of it unauthorised. */
export const agenciesInvolved: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2025-10-20', '2025-10-23'],
    ['I', '2025-11-24', '2025-11-27'],
    ['O', '2026-01-12', '2026-01-14'],
    ['O', '2026-02-11', '2026-02-13'],
    ['I', '2026-02-23', '2026-02-25'],
    ['O', '2026-03-18', '2026-03-20'],
  ],
};

/** Twelve unauthorised sessions in the 10 school weeks to the notice of 9 March, and one U in its period. */
export const noticeToImprove: LaidDownMarks = {
  runs: [
    ['O', '2026-01-14', '2026-01-15'],
    ['O', '2026-01-29', '2026-01-30'],
    ['O', '2026-02-12', '2026-02-13'],
    ['I', '2025-12-08', '2025-12-10'],
  ],
  absences: { '2026-03-20': late },
  minutesAfterStart: { '2026-02-05': 14, '2026-03-20': 41 },
};

/** Ten unauthorised sessions before each of two notices, and ten again by 27 March. */
export const twoNotices: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2025-09-22', '2025-09-24'],
    ['O', '2025-10-16', '2025-10-17'],
    ['O', '2026-01-19', '2026-01-21'],
    ['O', '2026-02-05', '2026-02-06'],
    ['O', '2026-03-11', '2026-03-13'],
    ['O', '2026-03-24', '2026-03-25'],
  ],
};

/** No reason found for 17 and 18 March, six working days and more before the 27th; nor for the 26th, which is not late. */
export const reasonsStillOpen: LaidDownMarks = {
  ...none,
  absences: { '2025-11-06': ill, '2026-03-17': unexplained, '2026-03-18': unexplained, '2026-03-26': unexplained },
};

/**
 * Four days in March whose reason came after the first file: with their N there were twelve unauthorised sessions in 10
 * school weeks, without it four.
 */
export const amendedSince: LaidDownMarks = {
  ...none,
  runs: [['I', '2026-03-09', '2026-03-12']],
  absences: { '2026-01-23': away, '2026-02-13': away },
  earlier: {
    '2026-03-09': unexplained,
    '2026-03-10': unexplained,
    '2026-03-11': unexplained,
    '2026-03-12': unexplained,
  },
};

/** Ill on eight school days to 27 March. */
export const longIllness: LaidDownMarks = { ...none, runs: [['I', '2026-03-18', '2026-03-27']] };

/** Ill on four school days over six calendar days: longer than 5 days or not, as days are read. */
export const illOverTheWeekend: LaidDownMarks = { ...none, runs: [['I', '2026-03-20', '2026-03-25']] };

/** Ill on five school days of one week: not longer than 5 days however days are read. */
export const illOneWeek: LaidDownMarks = { ...none, runs: [['I', '2026-03-09', '2026-03-13']] };

/** Mondays said to be illness, the last of them doubted. */
export const doubtedIllness: LaidDownMarks = {
  ...none,
  absences: { '2026-02-02': ill, '2026-02-23': ill, '2026-03-09': ill, '2026-03-23': away },
};

/** More than a tenth missed: 16 days of 126. */
export const persistentlyAbsent: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-10-01', '2025-10-03'],
    ['I', '2025-11-12', '2025-11-14'],
    ['I', '2025-12-16', '2025-12-18'],
    ['I', '2026-01-20', '2026-01-22'],
    ['I', '2026-02-24', '2026-02-25'],
    ['I', '2026-03-12', '2026-03-13'],
  ],
};

/** Exactly a tenth: 25 sessions missed of 250, for on a day and a half something else stood in the way. */
export const exactlyTenPercent: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-10-07', '2025-10-10'],
    ['I', '2025-12-01', '2025-12-04'],
    ['I', '2026-02-02', '2026-02-05'],
    ['Y2', '2026-01-27', '2026-01-27'],
  ],
  absences: { '2026-03-05': ['I', '\\'] },
};

/** More than half missed, since the end of September. */
export const severelyAbsent: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-09-29', '2025-12-19'],
    ['O', '2026-01-14', '2026-01-23'],
    ['I', '2026-02-25', '2026-02-27'],
    ['O', '2026-03-23', '2026-03-25'],
  ],
};

/** Ill for five weeks, and back on 23 February. */
export const backAfterIllness: LaidDownMarks = { ...none, runs: [['I', '2026-01-12', '2026-02-13']] };

/** Late before the register closed on two mornings of nearly every week since January. */
export const oftenLate: LaidDownMarks = {
  absences: { '2026-03-03': late },
  minutesAfterStart: {
    '2026-01-13': 9,
    '2026-01-15': 14,
    '2026-01-20': 8,
    '2026-01-26': 21,
    '2026-02-03': 12,
    '2026-02-05': 17,
    '2026-02-10': 6,
    '2026-02-24': 19,
    '2026-02-26': 11,
    '2026-03-03': 44,
    '2026-03-05': 13,
    '2026-03-10': 22,
    '2026-03-12': 9,
    '2026-03-17': 16,
    '2026-03-24': 27,
  },
};

/** A week away without leave: ten sessions of G. */
export const holidayTaken: LaidDownMarks = { ...none, runs: [['G', '2026-03-09', '2026-03-13']] };

/** Away with the family’s work for three weeks. */
export const travelling: LaidDownMarks = { ...none, runs: [['T', '2026-01-26', '2026-02-13']] };

/** Suspended for five days, the last of them 27 March. */
export const suspended: LaidDownMarks = { ...none, runs: [['E', '2026-03-23', '2026-03-27']] };
