import type { Arbitrary } from 'fast-check';
import { integer, oneof, tuple } from 'fast-check';
import { oneOf, said } from './chosen.ts';
import { counts, rates, runs, windows } from './measures.ts';
import { facts, judgements, logged, ofPupils, open } from './names.ts';

const number = integer({ min: 0, max: 14 }).map(String);
const percent = integer({ min: 70, max: 100 }).map((whole) => (whole % 3 === 0 ? `${whole - 1}.5%` : `${whole}%`));
const comparators = oneOf('at least', 'more than', 'at most', 'fewer than', 'below', 'above', 'exactly');
const counted = oneof(counts, runs).map(({ text }) => text);

/** A window written twice over: the document does not say which. */
const twoReadings = tuple(
  oneOf('at least 2', 'more than 4', 'fewer than 3'),
  oneOf('unauthorised sessions', 'absent sessions', 'days absent'),
  oneOf('this term', 'in a rolling 3 calendar weeks', 'in a rolling 5 school days'),
  oneOf('this half term', 'in a rolling 3 school weeks', 'in a rolling 1 month'),
).map(([howMany, what, first, second]) => `${howMany} ${what} ${first} or perhaps ${second}`);

export const compared: Arbitrary<string> = oneof(
  said(comparators, number, counted),
  said(oneOf('any', 'no'), oneOf('late sessions', 'unauthorised sessions', 'session coded U'), windows),
  said(rates, comparators, percent),
  said(rates, oneOf('below', 'above', 'at most'), rates),
  open('measure'),
  said(
    oneOf('more than', 'at least'),
    number,
    oneOf('calendar days since', 'school days since', 'working days since'),
    oneOf('absence started', ...logged),
  ),
  oneOf('absence this school year as set in "PA-10"'),
);

const happened: Arbitrary<string> = oneof(
  oneOf(...logged),
  oneOf('first-letter not sent', 'case-meeting not held', 'no contact made since absence started'),
  said(comparators, oneOf('1', '2'), oneOf('first-letter sent', 'contact made'), windows),
);

/** A condition of one part. */
const single: Arbitrary<string> = oneof(
  { arbitrary: compared, weight: 4 },
  { arbitrary: happened, weight: 2 },
  { arbitrary: oneOf(...judgements, ...facts), weight: 2 },
  { arbitrary: open('threshold'), weight: 2 },
  { arbitrary: open('period'), weight: 1 },
  { arbitrary: oneOf(...ofPupils), weight: 1 },
);

/** What may stand in a threshold: it turns on nothing that a ladder by steps remembers. */
export const conditions: Arbitrary<string> = oneof(
  { arbitrary: single, weight: 5 },
  { arbitrary: said('not', single), weight: 1 },
  { arbitrary: tuple(single, oneOf('and', 'or'), single).map(joined), weight: 2 },
  {
    arbitrary: tuple(single, single, single).map(([a, b, c]) => `${a} and (${b} or not ${c})`),
    weight: 1,
  },
  { arbitrary: twoReadings, weight: 1 },
);

/** Two conditions joined; readings of either would not be told from readings of both. */
function joined([first, word, second]: readonly [string, string, string]): string {
  return `${first} ${word} ${second}`;
}

/** Conditions of rules and ladders by steps: also of the day itself, and of where the pupil stands. */
export const dayConditions: Arbitrary<string> = oneof(
  { arbitrary: conditions, weight: 4 },
  { arbitrary: open('stage'), weight: 1 },
  { arbitrary: open('met'), weight: 1 },
  { arbitrary: oneOf('absent', 'session coded N', 'late', 'session coded U, O'), weight: 1 },
);
