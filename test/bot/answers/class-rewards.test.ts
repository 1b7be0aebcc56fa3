import { afterAll, beforeAll, expect, test } from 'vitest';
import { lead, tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const policy = `policy primary "Primary policy" in force from 1 September 2020
school day { morning not stated  afternoon not stated }
measure target is 90% in force from 1 September 2023 to 31 August 2024
reward best-class each school week to the class in each phase with the highest attendance this school week
reward on-target each school week to classes with attendance this school week at least target
reward best-of-year each school year to the class with the highest attendance this school year
`;
const roll = [
  ['Amira', 'Khan', '1A', 'OO /\\ /\\ /\\ /\\ /\\'],
  ['Zoë', 'Reid', '2A', '/\\ /\\ O\\ /\\ /\\ /\\'],
  ['Ewan', 'Bell', '3A', '/\\ /\\ /\\ /\\ O\\ /\\'],
  ['Jo', 'Ash', '4A', '/\\ /\\ O\\ /\\ /\\ OO'],
].map(([forename, surname, group, marks]) => ({
  forename: forename!,
  surname: surname!,
  group: group!,
  marks: marks!,
}));

let schools: SmallSchools;
beforeAll(async () => {
  const phases = [
    { name: 'Infants', yearGroups: ['1', '2'] },
    { name: 'Juniors', yearGroups: ['3', '4'] },
  ];
  schools = await smallSchools(
    [policy],
    [
      { id: 'north', policy: 'primary', phases, roll },
      { id: 'without', policy: 'primary', roll },
    ],
  );
});
afterAll(() => schools.close());

test('rewards due tells the classes first, the week that is over and what runs', async () => {
  const answer = await schools.ask('rewards due on 11 March 2024 at north');
  expect(answer.lines).toEqual([
    'Classes',
    '  Best class (week of 4 March 2024): Infants 2A 90%; Juniors 3A and 4A 90%',
    '  On target (week of 4 March 2024): 2A 90%, 3A 90%, 4A 90%',
    '  Best class (week of 11 March 2024, so far): Infants 1A and 2A 100%; Juniors 3A 100%',
    '  On target (week of 11 March 2024, so far): 1A 100%, 2A 100%, 3A 100%',
    '  Best of year (4 September 2023 to 19 July 2024, so far): 2A and 3A 91.7%',
  ]);
});

test('where the calendar lists no phases, that is what is lacking', async () => {
  const answer = await schools.ask('rewards due on 8 March 2024 at without');
  expect(answer.lines[1]).toBe(
    '  Best class (week of 4 March 2024): 2A, 3A and 4A 90%; needed: the phase of 1A, 2A, 3A, 4A, as the school’s calendar lists the phases',
  );
});

test('whoever sees one class alone is told of none', async () => {
  const actor = { ...tutor, schools: ['north'], registrationGroups: ['2A'] };
  expect((await schools.ask('rewards due on 8 March 2024', { actor })).lines).toEqual([]);
  expect(
    (await schools.ask('rewards due on 8 March 2024', { actor: { ...lead, schools: ['north'] } })).lines,
  ).toHaveLength(4);
});
