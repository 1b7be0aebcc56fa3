import { expect, test } from 'vitest';
import { compiled, finding } from '../../support/evaluate-policy.ts';

const marks = { '2023-11-13': 'OO OO OO' };

/** What the first duty, option or bar says as data. */
function said(sentence: string, ...above: readonly string[]) {
  const head = above.length > 0 ? 'policy example "Example" in force from 1 September 2020 { under halton }\n' : '';
  const found = finding(compiled(`${head}${sentence}`, ...above), { asAt: '2023-11-13', marks });
  return [...found.duties, ...found.options, ...found.bars][0]!;
}

test('a duty gives who does what, with whom and between which times', () => {
  const duty = said(
    'role ewo "Trust EWO"\nrole pastoral "pastoral team"\nwhile absent { school will call parents by ewo or pastoral about "the reason" between 09:10 and 09:40 }',
  );
  expect(duty).toMatchObject({
    subject: [{ id: 'school', title: 'school' }],
    act: { verb: 'call', objects: [{ id: 'parents', title: 'parents' }] },
    by: [
      { id: 'ewo', title: 'Trust EWO' },
      { id: 'pastoral', title: 'pastoral team' },
    ],
    about: [{ id: 'the reason', title: 'the reason' }],
    to: [],
    window: { from: '09:10', to: '09:40' },
  });
});

test('an act in words has each of its texts', () => {
  expect(said('school may "ring", "write" before 12:00').act).toEqual({
    verb: null,
    objects: [
      { id: 'ring', title: 'ring' },
      { id: 'write', title: 'write' },
    ],
    join: 'all',
  });
});

test('one end of a window, and none', () => {
  expect(said('school may "ring" by 12:00').window).toEqual({ from: null, to: '12:00' });
  expect(said('school may "ring" after 12:00').window).toEqual({ from: '12:00', to: null });
  expect(said('school may "ring"').window).toBeNull();
});

test('a bar says whom it is about', () => {
  const bar = said('letter warning "Warning letter"\nschool must not send warning to parents');
  expect(bar).toMatchObject({
    act: { verb: 'send', objects: [{ id: 'warning', title: 'Warning letter' }] },
    to: [{ id: 'parents' }],
  });
});

test('a role of a layer above keeps its title', () => {
  const halton = 'framework halton "Halton" in force from 1 September 2020\nrole ewo "Welfare Officer"';
  expect(said('while absent { halton.ewo will "visit" }', halton).subject).toEqual([
    { id: 'halton.ewo', title: 'Welfare Officer' },
  ]);
});
