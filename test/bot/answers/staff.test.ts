import { expect, test } from 'vitest';
import { maySee, mayShowPupils } from '../../../bot/answers/may-see.ts';
import type { PlaceKind } from '../../../bot/answers/actor.ts';
import { readStaff } from '../../../bot/answers/staff.ts';
import { lead, tutor } from './people.ts';

/** The staff as `id role groups`, or the problems as `line: reason`. */
function check(text: string, expected: readonly string[]): void {
  const reading = readStaff(text, 'staff.yaml');
  expect(
    reading.kind === 'staff'
      ? reading.staff.map(({ id, role, registrationGroups }) => [id, role, ...registrationGroups].join(' '))
      : reading.problems.map(({ line, reason }) => `${line}: ${reason}`),
  ).toEqual(expected);
}

test('a lead and a tutor, the role with a space or a hyphen', () => {
  check(
    `staff:
  - { id: lead, name: Attendance lead, role: attendance-lead, schools: [widnes], slackUser: U1 }
  - { id: tutor-5b, role: tutor, schools: [widnes], registrationGroups: [5B] }
`,
    ['lead attendance lead', 'tutor-5b tutor 5B'],
  );
});

test.each([
  [
    'a role nobody knows',
    '  - { id: a, role: caretaker, schools: [widnes] }',
    '2: role is “caretaker”; expected one of attendance lead, head of school, attendance officer, tutor',
  ],
  [
    'a tutor without a group',
    '  - { id: a, role: tutor, schools: [widnes] }',
    '2: a tutor names at least one of registrationGroups',
  ],
  [
    'nobody’s school',
    '  - { id: a, role: tutor, schools: [], registrationGroups: [5B] }',
    '2: schools names none; expected at least one',
  ],
  [
    'a misspelt key',
    '  - { id: a, role: tutor, school: [w], schools: [w], registrationGroups: [5B] }',
    '2: this entry has no “school”',
  ],
  [
    'a group that is a number',
    '  - { id: a, role: tutor, schools: [w], registrationGroups: [5] }',
    '2: registrationGroups is 5; expected text (in quotes where it looks like a number)',
  ],
  [
    'the same id twice',
    '  - { id: a, role: attendance lead, schools: [w] }\n  - { id: a, role: attendance lead, schools: [w] }',
    '3: the id a stands here a second time',
  ],
])('%s is told with its line', (_case, entry, problem) => {
  check(`staff:\n${entry}\n`, [problem]);
});

test.each([
  ['the lead, of any group', lead, { school: 'widnes', registrationGroup: '2A' }, true],
  ['the lead, of another school', lead, { school: 'ditton', registrationGroup: '5B' }, false],
  ['the tutor, of their group', tutor, { school: 'widnes', registrationGroup: '5B' }, true],
  ['the tutor, of another group', tutor, { school: 'widnes', registrationGroup: '5A' }, false],
  ['the tutor, of the same group elsewhere', tutor, { school: 'ditton', registrationGroup: '5B' }, false],
  [
    'a tutor of the group “”, of a pupil with none',
    { ...tutor, registrationGroups: [''] },
    { school: 'widnes', registrationGroup: '' },
    false,
  ],
  [
    'a tutor without a group',
    { ...tutor, registrationGroups: [] },
    { school: 'widnes', registrationGroup: '5B' },
    false,
  ],
])('may ask: %s', (_case, actor, pupil, expected) => {
  expect(maySee(actor, pupil)).toBe(expected);
});

test.each<[PlaceKind | 'canvas', boolean]>([
  ['direct message', true],
  ['private', true],
  ['command line', true],
  ['public', false],
  ['shared', false],
  ['unknown', false],
  ['canvas', false],
])('pupils are shown in a place of kind “%s”: %s', (kind, expected) => {
  expect(mayShowPupils({ id: 'C1', kind: kind as PlaceKind })).toBe(expected);
});
