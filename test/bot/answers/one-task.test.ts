import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const text = (name: string): string => readFileSync(new URL(`../../../policies/${name}.att`, import.meta.url), 'utf8');

// On Thursday 28 March 2024, the nineteenth school day with marks, no reason is known for one pupil.
let school: SmallSchools;
beforeEach(async () => {
  const marks = [...Array.from({ length: 18 }, () => '/\\'), 'NN'].join(' ');
  school = await smallSchools(
    [text('normanton-common'), text('waterton')],
    [
      {
        id: 'normanton',
        policy: 'normanton-common',
        roll: [{ forename: 'Amira', surname: 'Khan', group: '5B', marks }],
      },
    ],
  );
});
afterEach(() => school.close());

function count(answer: Answer, words: string): number {
  return answer.lines.join('\n').split(words).length - 1;
}

test('the call that the school and its trust both ask is one line in “due today”', async () => {
  const answer = await school.ask('due today');
  expect(count(answer, 'Call parents between 09:10 and 09:40')).toBe(1);
});

test('“what next” says it once and cites both clauses', async () => {
  const answer = await school.ask('what next for Amira Khan');
  expect(count(answer, 'chool will call parents between 09:10 and 09:40')).toBe(1);
  expect(answer.context).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^“Statutory Safeguarding Response” \(normanton-common\.att, line \d+\)$/),
      expect.stringMatching(/^“Unexplained Absence Protocol” \(waterton\.att, line \d+\)$/),
    ]),
  );
});

test('“why” names both clauses beside the task', async () => {
  const answer = await school.ask('why for Amira Khan');
  expect(answer.lines.filter((line) => line.includes('call parents'))).toEqual([
    expect.stringMatching(/asked by “Statutory Safeguarding Response” .* and “Unexplained Absence Protocol” /),
  ]);
});

test('the report before 09:00 stands for the report as soon as possible', async () => {
  const answer = await school.ask('what next for Amira Khan');
  const lines = answer.lines.filter((line) => line.includes('report absence'));
  expect(lines).toEqual([expect.stringContaining('to the absence line (option 1)')]);
});

test('the call made settles both', async () => {
  expect(
    (await school.ask('called Amira Khan’s parents')).lines.filter((line) => line.includes('call parents')),
  ).toEqual([expect.stringMatching(/^Done: /)]);
  const answer = await school.ask('what next for Amira Khan');
  expect(count(answer, 'call parents')).toBe(0);
});
