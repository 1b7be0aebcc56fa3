import type { CodePair, LaidDownMarks } from './known-families.ts';

const ill: CodePair = ['I', 'I'];
const away: CodePair = ['O', 'O'];
const unexplained: CodePair = ['N', 'N'];
const none = { absences: {}, minutesAfterStart: {} } as const;

/** Odd days since Christmas, enough for someone to notice. */
export const noticed: LaidDownMarks = {
  ...none,
  absences: { '2026-01-16': ill, '2026-02-03': ill, '2026-02-27': away, '2026-03-09': ill, '2026-03-20': away },
};

/** Absent on and off through Stage 2, some of it unauthorised. */
export const onAPlan: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-11-18', '2025-11-20'],
    ['O', '2026-01-22', '2026-01-23'],
    ['I', '2026-03-04', '2026-03-05'],
  ],
  absences: { '2026-02-10': away, '2026-03-16': away },
};

/** A day here and there for minor ailments: in 13 of the 26 school weeks to 25 March 2026. */
export const brokenWeeks: LaidDownMarks = {
  ...none,
  absences: {
    '2025-09-11': ill,
    '2025-09-19': ill,
    '2025-09-30': ill,
    '2025-10-09': ill,
    '2025-10-17': ill,
    '2025-11-07': ill,
    '2025-11-13': ill,
    '2025-12-05': ill,
    '2026-01-09': ill,
    '2026-01-21': ill,
    '2026-02-26': ill,
    '2026-03-13': ill,
    '2026-03-19': ill,
  },
};

/** Twelve unauthorised sessions in the 10 school weeks to 25 March 2026. */
export const overTen: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2026-01-20', '2026-01-21'],
    ['O', '2026-02-09', '2026-02-10'],
    ['O', '2026-03-10', '2026-03-11'],
  ],
};

/** Exactly ten unauthorised sessions in the 10 school weeks to 25 March 2026, and in 10 calendar weeks as well. */
export const exactlyTen: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2026-01-27', '2026-01-28'],
    ['O', '2026-02-24', '2026-02-25'],
  ],
  absences: { '2025-11-21': ill, '2026-03-17': away },
};

/** Ten in 10 school weeks; but two of 13 January lie before the last 70 days, for there was a holiday in between. */
export const tenAcrossTheHoliday: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2026-02-02', '2026-02-03'],
    ['O', '2026-03-02', '2026-03-03'],
  ],
  absences: { '2026-01-13': away },
};

/** Twelve by 24 February, and nothing since the notice of 9 March. */
export const noticeRunning: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2026-01-15', '2026-01-16'],
    ['O', '2026-02-04', '2026-02-06'],
  ],
  absences: { '2026-02-24': away },
};

/** Twelve by 23 February, and a day in the 15 school days after the notice of 2 March. */
export const noticeBreached: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2026-01-14', '2026-01-16'],
    ['O', '2026-02-12', '2026-02-13'],
  ],
  absences: { '2026-02-23': away, '2026-03-12': away },
};

/** Twelve by 8 December, none in the 15 school days after the notice of 12 January, two since. */
export const monitored: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2025-11-10', '2025-11-12'],
    ['O', '2025-12-04', '2025-12-08'],
  ],
  absences: { '2026-03-04': away },
};

/** Fourteen before the notice of 10 November, and fourteen again in the months after its 15 school days. */
export const monitoredToTheEnd: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2025-09-22', '2025-09-24'],
    ['O', '2025-10-13', '2025-10-16'],
    ['O', '2026-01-13', '2026-01-15'],
    ['O', '2026-02-05', '2026-02-06'],
    ['O', '2026-02-24', '2026-02-25'],
  ],
};

/** Twelve by 8 October; of those after the 15 school days from 14 October ten lie in 10 school weeks to 11 February. */
export const longProcess: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2025-09-17', '2025-09-19'],
    ['O', '2025-10-06', '2025-10-08'],
    ['O', '2025-11-19', '2025-11-21'],
    ['O', '2026-01-12', '2026-01-14'],
    ['O', '2026-01-29', '2026-01-30'],
    ['O', '2026-02-23', '2026-02-24'],
    ['O', '2026-03-17', '2026-03-18'],
  ],
};

/** Ten school days without a reason that was accepted, the tenth on 25 March 2026. */
export const tenDaysAway: LaidDownMarks = { ...none, runs: [['O', '2026-03-12', '2026-03-25']] };

/** Nine of them. */
export const nineDaysAway: LaidDownMarks = { ...none, runs: [['O', '2026-03-13', '2026-03-25']] };

/** Nine days of sickness, with six more expected: 15. */
export const fifteenWithExpected: LaidDownMarks = { ...none, runs: [['I', '2026-03-13', '2026-03-25']] };

/** Seven days of sickness, with six more expected: 13. */
export const thirteenWithExpected: LaidDownMarks = { ...none, runs: [['I', '2026-03-17', '2026-03-25']] };

/** Often ill, said to be medical and agreed not to justify so much absence. */
export const medicalCase: LaidDownMarks = {
  ...none,
  runs: [
    ['I', '2025-10-01', '2025-10-02'],
    ['I', '2025-11-04', '2025-11-06'],
    ['I', '2025-12-09', '2025-12-10'],
    ['I', '2026-01-20', '2026-01-21'],
    ['I', '2026-02-11', '2026-02-12'],
    ['I', '2026-03-11', '2026-03-12'],
  ],
};

/** A week away without leave. */
export const fiveDaysOfLeave: LaidDownMarks = { ...none, runs: [['G', '2026-03-02', '2026-03-06']] };

/** Three days of it. */
export const threeDaysOfLeave: LaidDownMarks = { ...none, runs: [['G', '2026-03-02', '2026-03-04']] };

/** On the road with the family from October, and again since January: fewer than 200 sessions attended. */
export const travelling: LaidDownMarks = {
  ...none,
  runs: [
    ['T', '2025-10-06', '2025-10-23'],
    ['T', '2026-01-12', '2026-02-06'],
  ],
};

/** Nobody has said why on 24 and 25 March. */
export const unexplainedNow: LaidDownMarks = {
  ...none,
  runs: [['O', '2026-02-03', '2026-02-04']],
  absences: { '2026-03-24': unexplained, '2026-03-25': unexplained },
};

/** Late on four mornings of March. */
export const oftenLate: LaidDownMarks = {
  absences: {},
  minutesAfterStart: { '2026-03-04': 14, '2026-03-11': 22, '2026-03-18': 9, '2026-03-24': 18 },
};

/** Late on 25 March 2026, at 8.40: whether it is L turns on when registers close. */
export const arrivedAtTwentyToNine: LaidDownMarks = { absences: {}, minutesAfterStart: { '2026-03-25': 10 } };

/** Three days whose reason came after the first file: with their N there were ten unauthorised sessions, without it four. */
export const amendedSince: LaidDownMarks = {
  ...none,
  runs: [
    ['O', '2026-02-12', '2026-02-13'],
    ['I', '2026-03-11', '2026-03-13'],
  ],
  earlier: { '2026-03-11': unexplained, '2026-03-12': unexplained, '2026-03-13': unexplained },
};
