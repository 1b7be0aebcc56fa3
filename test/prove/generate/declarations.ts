import type { Arbitrary } from 'fast-check';
import { array, integer, oneof, tuple, uniqueArray } from 'fast-check';
import { oneOf, said } from './chosen.ts';
import { conditions } from './conditions.ts';
import { rates } from './measures.ts';
import { logged } from './names.ts';

/** What a threshold is, after `threshold t0 is`. */
export const thresholds: Arbitrary<string> = oneof(
  { arbitrary: conditions, weight: 9 },
  { arbitrary: oneOf('not stated'), weight: 1 },
);

const lengths = said(
  integer({ min: 1, max: 9 }).map(String),
  oneOf('school days', 'working days', 'calendar days', 'school weeks', 'calendar weeks', 'months'),
);
const afterEvent = said(lengths, oneOf('after', 'from'), oneOf(...logged, 'absence started'));
const range = said('from 2 to 4', oneOf('school weeks', 'calendar weeks', 'school days'), 'after', oneOf(...logged));

/** What a period is, after `period p0 is`. */
export const periods: Arbitrary<string> = oneof(
  afterEvent,
  range,
  oneOf('10 June 2024 to 21 June 2024', '2 September 2024 to 13 September 2024', 'not stated'),
  tuple(afterEvent, afterEvent).map(([first, second]) => `${first} or perhaps ${second}`),
);

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A morning whose rows meet, and an afternoon that is stated or not. */
export const schoolDays: Arbitrary<string> = tuple(
  uniqueArray(integer({ min: 510, max: 600 }), { minLength: 2, maxLength: 2 }),
  oneOf('present', '/'),
  oneOf('late', 'L'),
  oneOf('unauthorised', 'U', 'not stated'),
  oneOf('afternoon not stated', 'afternoon { arriving by 13:10 is present arriving after 13:10 is L }'),
).map(([times, first, second, third, afternoon]) => {
  const [early, close] = times.toSorted((a, b) => a - b).map(clock);
  return `school day {
  time closes "Registers close" ${close}
  morning from 08:30 {
    arriving by ${early} is ${first === '/' ? 'present' : first}
    arriving after ${early} but by ${close} is ${second}
    arriving after closes is ${third}
  }
  ${afternoon}
}`;
});

/** Bands that leave no value out but those below the last. */
export const bands: Arbitrary<string> = tuple(
  rates,
  uniqueArray(integer({ min: 60, max: 99 }), { minLength: 1, maxLength: 4 }),
).map(([rate, given]) => {
  const marks = given.toSorted((a, b) => b - a);
  const inside = marks.map((low, index) => `band b${index} ${low}% to ${index === 0 ? 100 : marks[index - 1]! - 1}%`);
  return `bands summary of ${rate} { ${inside.join('  ')} band lowest below ${marks.at(-1)}% }`;
});

export const rewards: Arbitrary<string> = array(
  tuple(
    oneOf('each school week', 'each half term', 'each term', 'each school year'),
    oneof(
      said('to pupils with', rates, oneOf('exactly 100%', 'at least 97%')),
      said('to pupils with no', oneOf('late', 'absent', 'unauthorised'), 'sessions this half term'),
      said('to classes with', rates, 'at least 96%'),
      said('to the class in each phase with the highest', rates),
    ),
  ),
  { maxLength: 2 },
).map((list) => list.map(([each, to], index) => `reward r${index} "Reward ${index}" ${each} ${to}`).join('\n'));
