import { expect, test } from 'vitest';
import { structures } from '../../../dsl/compliance/subjects/policy-content/policy-content.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { standingOf } from './standing-of.ts';

test('every construct that is looked for is one of the rulebook’s things to say', () => {
  const names = england.provisions.flatMap(({ id, value }) =>
    id.startsWith('POL-') && value.kind === 'list' ? value.items.map(({ name }) => name) : [],
  );
  expect(Object.keys(structures).filter((name) => !names.includes(name))).toEqual([]);
});

test('what is said and what is left out are both named, with the clauses that say it', () => {
  const row = standingOf('role lead "senior attendance champion" named', 'POL-2', '2024-09-01');
  expect(row.why).toBe(
    'Of what the guidance lists, the policy says “the name of the senior leader”, and does not say “how the senior leader is reached”.',
  );
  expect(row.beside.map(({ clause }) => clause?.id)).toEqual(['lead']);
});

test('a policy that says nothing of it is told what it does not say', () => {
  expect(standingOf('', 'POL-2', '2024-09-01').why).toBe(
    'The policy does not say “the name of the senior leader” or “how the senior leader is reached”.',
  );
});

test('the first contact is told by its day and its time', () => {
  const why = (timing: string): string =>
    standingOf(`while absent and no reason given { school will call parents ${timing} }`, 'FU-DAY1', '2024-09-01').why;
  expect(why('by 09:30')).toBe(
    'Contact is first made by day 1 of the absence at 09:30; the guidance asks for at most 1 school day.',
  );
  expect(why('on absence day 2')).toBe(
    'Contact is first made by day 2 of the absence; the guidance asks for at most 1 school day.',
  );
});

test('unauthorised absence is told as narrower than unexplained', () => {
  const row = standingOf(
    [
      'role worker "social worker"',
      'when any unauthorised session since absence started { school will notify worker }',
      'when off-roll considered { school will tell worker about "the deletion of the name" }',
    ].join('\n'),
    'INF-SW',
    '2024-09-01',
  );
  expect(row.standing).toBe('silent');
  expect(row.beside.map(({ why }) => why)).toContain(
    'Here they are told of unauthorised absence alone, which is narrower than unexplained.',
  );
});
