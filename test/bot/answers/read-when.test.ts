import { expect, test } from 'vitest';
import { readRun, readWhen } from '../../../bot/answers/read-when.ts';
import { formatClockTime } from '../../../register/clock-time.ts';
import { formatIsoDay, isoDay } from '../../../register/day.ts';

const asked = { today: isoDay('2024-03-28'), year: { from: isoDay('2023-09-04'), to: isoDay('2024-07-19') } };

/** `words | day | time | from..to | what could not be read` of a sentence said on Thursday 28 March 2024. */
function check(sentence: string, expected: string): void {
  const { words, day, time, about, unreadable } = readWhen(sentence, asked);
  const parts = [
    words,
    day === undefined ? '' : formatIsoDay(day),
    time === undefined ? '' : formatClockTime(time),
    about ? `${formatIsoDay(about.from)}..${formatIsoDay(about.to)}` : '',
    unreadable ?? '',
  ];
  expect(parts.join(' | ').replace(/[ |]+$/, '')).toBe(expected);
}

test.each([
  ["called Amira Khan's parents", "called Amira Khan's parents"],
  ['called parents today at 9.20', 'called parents | 2024-03-28 | 09:20'],
  ['visited yesterday', 'visited | 2024-03-27'],
  ['visited on Monday', 'visited | 2024-03-25'],
  ['visited last Thursday', 'visited | 2024-03-21'],
  ['meeting held on 4 March', 'meeting held | 2024-03-04'],
  ['meeting held 4 March 2023', 'meeting held | 2023-03-04'],
  ['meeting held on Monday 4th of March', 'meeting held | 2024-03-04'],
  ['meeting held on 5 April', 'meeting held | 2023-04-05'],
  ['letter sent on 2024-03-01', 'letter sent | 2024-03-01'],
  ['letter sent 1/3/2024', 'letter sent | 2024-03-01'],
  ['leave asked from 7 to 10 May', 'leave asked |  |  | 2024-05-07..2024-05-10'],
  ['leave asked today from 7 May to 10 May', 'leave asked | 2024-03-28 |  | 2024-05-07..2024-05-10'],
  ['leave asked 29 April - 3 May', 'leave asked |  |  | 2024-04-29..2024-05-03'],
  ['leave asked from 18 December to 3 January', 'leave asked |  |  | 2023-12-18..2024-01-03'],
  ['leave asked from 2024-05-07..2024-05-10', 'leave asked |  |  | 2024-05-07..2024-05-10'],
  ['leave asked on 4 March from 7 to 10 May', 'leave asked | 2024-03-04 |  | 2024-05-07..2024-05-10'],
  ['review agreed for 10 May', 'review agreed |  |  | 2024-05-10..2024-05-10'],
  [
    'review agreed for Amira Khan on 4 March for 2024-05-10',
    'review agreed for Amira Khan | 2024-03-04 |  | 2024-05-10..2024-05-10',
  ],
  ['called at 2.30', 'called |  | 14:30'],
  ['called at 02:30', 'called |  | 02:30'],
  ['called at 9am', 'called |  | 09:00'],
  ['called 3:15 pm', 'called |  | 15:15'],
  ['meeting held on 31 February', 'meeting held |  |  |  | on 31 February'],
  ['leave asked from 10 to 7 May', 'leave asked |  |  |  | from 10 to 7 May'],
  ['stage 1 meeting held', 'stage 1 meeting held'],
  ['visited May June', 'visited May June'],
])('“%s”', check);

test.each([
  ['2024-05-07..2024-05-10', true],
  ['2024-05-07', true],
  ['2024-05-10..2024-05-07', false],
  ['7 May', false],
])('a run of days on the command line: %s', (text, reads) => {
  expect(readRun(text) !== undefined).toBe(reads);
});
