import { expect, test } from 'vitest';
import { overAttendance } from '../../../tools/vectors/attended-base.ts';
import { readVectors } from '../../../tools/vectors/vector.ts';

test('marks over a pupil who attends are written out as marks over nothing', () => {
  const [vector] = readVectors(
    JSON.stringify([
      {
        id: 'X-1',
        school: 'any',
        asOf: '2026-05-05',
        calendar: {
          start: '2025-09-01',
          end: '2026-07-17',
          closures: [{ from: '2025-10-27', to: '2025-10-31', why: 'half term' }],
          periods: {
            HT1: { from: '2025-09-01', to: '2025-10-24' },
            autumn: { from: '2025-09-01', to: '2025-12-19' },
          },
          bankHolidays: ['2026-05-04'],
        },
        marks: [
          { from: '2025-09-08', am: 'U' },
          { from: '2025-09-10', to: '2025-09-12', am: 'O', pm: 'O' },
        ],
        events: [
          { type: 'arrival', date: '2025-09-08', time: '08:51' },
          { type: 'letterSent', date: '2025-09-09' },
        ],
        ask: { fn: 'any' },
        expected: { any: true },
      },
    ]),
  );
  expect(overAttendance(vector!)).toMatchObject({
    calendar: {
      start: '2025-09-01',
      terms: [{ name: 'autumn', from: '2025-09-01', to: '2025-12-19' }],
      halfTerms: [{ name: 'HT1', from: '2025-09-01', to: '2025-10-24' }],
      closures: [
        { from: '2025-10-27', to: '2025-10-31', why: 'half term' },
        { from: '2026-05-04', to: '2026-05-04', why: 'bank holiday' },
      ],
    },
    marks: [
      { from: '2025-09-01', to: '2026-05-05', am: '/', pm: '\\' },
      { from: '2025-09-08', to: '2025-09-08', am: 'U' },
      { from: '2025-09-10', to: '2025-09-12', am: 'O', pm: 'O' },
    ],
    events: [
      { type: 'arrival', at: '2025-09-08T08:51' },
      { type: 'letterSent', at: '2025-09-09' },
    ],
  });
});
