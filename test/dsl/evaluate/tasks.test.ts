import { expect, test } from 'vitest';
import { tasksOf } from '../../../dsl/evaluate/tasks.ts';
import { compiled, finding } from '../../support/evaluate-policy.ts';

const absent = { asAt: '2023-11-13', at: '09:20', marks: { '2023-11-13': 'NN' } };
const trust = (body: string): string => `trust halton "Halton" in force from 1 September 2020\n${body}`;
const school = (body: string): string =>
  `policy example "Example" in force from 1 September 2020 {\n  under halton\n}\n${body}`;

/** Each task as `strength words | due | state | clauses`. */
function tasks(own: string, above: string, supposed: Parameters<typeof finding>[1] = absent): readonly string[] {
  const { duties } = finding(compiled(school(own), trust(above)), supposed);
  return tasksOf(duties).map(({ words, due, state, duties: behind }) =>
    [words, due?.time ?? due?.date ?? 'no day', state, behind.map(({ id }) => id).join(' ')].join(' | '),
  );
}

test('the same act for the same day is one task, with the earlier deadline and the stronger word', () => {
  const own = 'while absent { school should call parents by 09:40 on absence day 1 }';
  const above = 'while absent { school will call parents by 10:30 on absence day 1 }';
  expect(tasks(own, above)).toEqual([
    'school will call parents by 09:40 on absence day 1 | 09:40 | due | call-parents halton.call-parents',
  ]);
});

test('where the layer is earlier its deadline stands first', () => {
  const own = 'while absent { school will call parents by 10:30 on absence day 1 }';
  const above = 'while absent { school should call parents by 09:40 on absence day 1 }';
  expect(tasks(own, above)).toEqual([
    'school will call parents by 09:40 on absence day 1 | 09:40 | due | halton.call-parents call-parents',
  ]);
});

test('what it is about is kept when only one clause says it', () => {
  const own = 'while absent { school will call parents by 09:40 on absence day 1 }';
  const above = 'while absent { school will call parents about "the reason" on absence day 1 }';
  expect(tasks(own, above)[0]).toMatch(/^school will call parents by 09:40 on absence day 1 about the reason \|/);
});

test.each([
  ['another object', 'while absent { school will call home on absence day 1 }'],
  ['another verb', 'while absent { school will visit parents on absence day 1 }'],
  ['another subject', 'while absent { pupil will call parents on absence day 1 }'],
  ['another day', 'while absent { school will call parents within 3 school days }'],
  ['about something else', 'while absent { school will call parents about "the dinner money" on absence day 1 }'],
])('%s is a task of its own', (_case, above) => {
  const own = 'while absent { school will call parents about "the reason" on absence day 1 }';
  expect(tasks(own, above)).toHaveLength(2);
});

test('a clause that refines another is one task with it, whatever the days', () => {
  const own = 'while absent { school will call parents on absence day 1 refines halton.call-parents }';
  const above = 'while absent { school should call parents within 3 school days }';
  expect(tasks(own, above)).toEqual([
    'school will call parents on absence day 1 | 2023-11-13 | due | call-parents halton.call-parents',
  ]);
});

test('one act settles both', () => {
  const own = 'while absent { school will call parents on absence day 1 refines halton.call-parents }';
  const above = 'while absent { school should call parents within 3 school days }';
  const log = ['2023-11-13 09:15 contact made'];
  expect(tasks(own, above, { ...absent, log })).toEqual([
    'school will call parents on absence day 1 | 2023-11-13 | done | call-parents halton.call-parents',
  ]);
});

test('a duty that stands is not held up by one that waits for an answer', () => {
  const own = 'judgement worried by school\nwhile absent { school will call parents on absence day 1 if worried }';
  const above = 'while absent { school will call parents on absence day 1 }';
  const { duties } = finding(compiled(school(own), trust(above)), absent);
  expect(duties.map(({ state }) => state)).toEqual(['decide today', 'due']);
  expect(tasksOf(duties)).toMatchObject([{ id: 'halton.call-parents', state: 'due', needs: [] }]);
});

test('where all wait, the task waits for all that they need', () => {
  const own = 'judgement worried by school\nwhile absent { school will call parents on absence day 1 if worried }';
  const above = 'judgement alone by school\nwhile absent { school will call parents on absence day 1 if alone }';
  const [task] = tasksOf(finding(compiled(school(own), trust(above)), absent).duties);
  expect(task!.state).toBe('decide today');
  expect(task!.needs.map((need) => need.kind)).toEqual(['judgement', 'judgement']);
});

test('the most pressing state is that of the task', () => {
  const own = 'while absent { school will call parents by 09:10 on absence day 1 }';
  const above = 'while absent { school will call parents on absence day 1 }';
  expect(tasks(own, above)[0]).toContain('| overdue |');
});

test('done as the stricter clause asks, it is done; done as the other asks, it is not', () => {
  const own = 'while absent { school will "ring home" on absence day 1 refines halton.speak-with-the-family }';
  const above = 'while absent { school will "speak with the family" within 3 school days }';
  const state = (log: string): readonly string[] =>
    tasksOf(finding(compiled(school(own), trust(above)), { ...absent, log: [log] }).duties).map((task) => task.state);
  expect(state('2023-11-13 09:15 ring-home done')).toEqual(['done']);
  expect(state('2023-11-13 09:15 halton.speak-with-the-family done')).toEqual(['due']);
});

test('two clauses that refine the same one are one task with it', () => {
  const own = `while absent {
  school will call parents by 09:40 on absence day 1 refines halton.call-parents
  school will call parents, carers each school day refines halton.call-parents
}`;
  expect(tasks(own, 'while absent { school should call parents }')).toEqual([
    'school will call parents by 09:40 on absence day 1 | 09:40 | due | call-parents call-parents-carers halton.call-parents',
  ]);
});
