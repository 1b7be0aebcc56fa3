import { expect, test } from 'vitest';
import type { CountedSession } from '../../../../dsl/evaluate/finding.ts';
import { countedSessions } from '../../../../bot/slack/messages/counted-sessions.ts';

/** `2024-03-04 II, 2024-03-05 I-`: a day and its two codes, `-` where a session is not counted. */
function sessions(days: string): CountedSession[] {
  return days.split(', ').flatMap((day) => {
    const [date, codes] = [day.slice(0, 10), day.slice(11)];
    return [
      { date, session: 'AM' as const, code: codes.charAt(0) },
      { date, session: 'PM' as const, code: codes.charAt(1) },
    ].filter(({ code }) => code !== '-');
  });
}

test.each([
  ['one day', '2024-03-05 II', ['March 2024: Tue 5 I']],
  ['a morning', '2024-03-05 O-', ['March 2024: Tue 5 am O']],
  ['two codes in a day', '2024-03-05 UO', ['March 2024: Tue 5 am U pm O']],
  ['days that follow', '2024-03-05 II, 2024-03-06 II', ['March 2024: Tue 5 to Wed 6 I']],
  ['over a weekend', '2024-03-08 II, 2024-03-11 II', ['March 2024: Fri 8 to Mon 11 I']],
  ['a gap', '2024-03-05 II, 2024-03-07 II', ['March 2024: Tue 5 I, Thu 7 I']],
  ['another code', '2024-03-05 II, 2024-03-06 OO', ['March 2024: Tue 5 I, Wed 6 O']],
  ['half days never run together', '2024-03-05 I-, 2024-03-06 I-', ['March 2024: Tue 5 am I, Wed 6 am I']],
  ['a month ends', '2024-02-29 II, 2024-03-01 II', ['February 2024: Thu 29 I', 'March 2024: Fri 1 I']],
  [
    'the same month of two years',
    '2023-09-04 II, 2024-09-05 II',
    ['September 2023: Mon 4 I', 'September 2024: Thu 5 I'],
  ],
])('%s', (_case, days, expected) => {
  expect(countedSessions(sessions(days))).toEqual(expected);
});

test('nothing counted', () => {
  expect(countedSessions([])).toEqual([]);
});
