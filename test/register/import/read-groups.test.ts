import { expect, test } from 'vitest';
import { genericGroups } from '../../../register/import/profile.ts';
import { readGroups } from '../../../register/import/read-groups.ts';
import { told } from '../../support/import-file.ts';

/** What is taken, as `A1: send yes`, and what is told. */
async function read(...lines: string[]): Promise<{ kind: string; taken: string[]; told: string[] }> {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const { kind, pupils, report } = await readGroups(bytes, genericGroups, new Set(['A1', 'A2']));
  const word = (value: boolean | undefined) => (value === undefined ? 'unknown' : value ? 'yes' : 'no');
  const taken = pupils.map(
    ({ upn, facts }) =>
      `${upn}: ${Object.entries(facts)
        .map(([name, value]) => `${name} ${word(value)}`)
        .join(', ')}`,
  );
  return { kind, taken, told: report.problems.map(told) };
}

test('one column a fact: yes, no, or a blank for unknown', async () => {
  expect(await read('upn,disadvantaged,send', 'A1,yes,no', 'A2,,Y')).toEqual({
    kind: 'read',
    taken: ['A1: disadvantaged yes, send no', 'A2: disadvantaged unknown, send yes'],
    told: [],
  });
});

test('a heading is the name that policies give the fact, however it is written', async () => {
  expect((await read('UPN,Looked after,young_carer', 'A1,no,yes')).taken).toEqual([
    'A1: looked-after no, young-carer yes',
  ]);
});

test('a heading that can be no name is told and left out', async () => {
  expect(await read('upn,send,SEND?', 'A1,yes,no')).toEqual({
    kind: 'read',
    taken: ['A1: send yes'],
    told: ['row 1, SEND?: a column that the profile does not know (heading)'],
  });
});

test.each([
  ['no fact', ['upn', 'A1'], 'row 1: no fact (file)'],
  ['the same fact twice', ['upn,send,Send', 'A1,yes,no'], 'row 1, Send: two columns with this heading (file)'],
  ['no UPN', ['name,send', 'A1,yes'], 'row 1: name, send (file)'],
])('a file with %s is refused', async (_, lines, first) => {
  const { kind, told: problems } = await read(...lines);
  expect(kind).toBe('refused');
  expect(problems[0]).toBe(first);
});

test('a cell that is neither yes nor no: nothing of its row is taken', async () => {
  expect(await read('upn,send,young-carer', 'A1,yes,perhaps', 'A2,no,no')).toEqual({
    kind: 'read',
    taken: ['A2: send no, young-carer no'],
    told: ['row 2, young-carer: perhaps (unreadable)'],
  });
});

test('two rows about a pupil: the same is harmless, another is a disagreement', async () => {
  expect((await read('upn,send', 'A1,yes', 'A1,yes')).told).toEqual(['row 3: what row 2 says (repeated)']);
  expect(await read('upn,send', 'A1,yes', 'A1,no', 'A2,no')).toMatchObject({
    taken: ['A2: send no'],
    told: ['row 3: something else than row 2 says of the same pupil (disagreement)'],
  });
});

test('facts of no pupil of the school', async () => {
  expect((await read('upn,send', 'A9,yes')).told).toEqual(['row 2, upn: A9 (unreadable)']);
});
