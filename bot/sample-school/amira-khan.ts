import type { LaidDownMarks } from './known-families.ts';

/**
 * Amira Khan's absences, the same in every sample: 3 days by 11 October, 4 on 24 November, 7 on 30 January (where
 * *Serious concerns* begins), 8.5 by 28 March 2024, and 9.5 from 10 April to the end of the year: she is at *Serious
 * concerns* on both days. Half a day is one session.
 */
export const amiraKhan: LaidDownMarks = {
  absences: {
    '2023-10-09': ['I', 'I'],
    '2023-10-10': ['I', 'I'],
    '2023-10-11': ['I', 'I'],
    '2023-11-24': ['O', 'O'],
    '2023-12-05': ['/', 'M'],
    '2024-01-15': ['U', '\\'],
    '2024-01-29': ['I', 'I'],
    '2024-01-30': ['I', 'I'],
    '2024-02-26': ['O', 'O'],
    '2024-03-15': ['/', 'I'],
    '2024-04-10': ['R', 'R'],
  },
  minutesAfterStart: {
    '2023-09-20': 6,
    '2023-11-13': 12,
    '2024-01-15': 65,
    '2024-03-05': 9,
    '2024-06-10': 20,
  },
};
