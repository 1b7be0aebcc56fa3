import { expect, test } from 'vitest';
import { findingChanges } from '../../../dsl/evaluate/finding-changes.ts';
import { calendarOf, compiled, finding, year } from '../../support/evaluate-policy.ts';
import type { Supposed } from '../../support/evaluate-policy.ts';

const policy = compiled(`judgement engaged "engaged"
letter warning "Warning" { goes to parents }
ladder steps "Steps" by days absent this school year {
  stage one "One" from 2 days absent {
    will send warning to parents
    will hold talk with parents
    may offer early-help
  }
}
meeting talk "talk"
plan early-help "early help"
threshold tenth "a tenth" is absence this school year at least 10%
school will not offer holiday if tenth
leave holiday "holiday" { otherwise not stated }
`);

/** Each change as a line, from what the first supposition gives to what the second gives. */
function changes(first: Partial<Supposed>, second: Partial<Supposed>): readonly string[] {
  const of = (supposed: Partial<Supposed>) => finding(policy, { asAt: '2023-09-15', ...supposed });
  return findingChanges(of(first), of(second)).map((each) => {
    if (each.kind === 'stage')
      return `stage ${each.was.map(({ id }) => id).join()} -> ${each.is.map(({ id }) => id).join()}`;
    if ('comes' in each) return `${each.kind} ${each.comes ? 'comes' : 'goes'}: ${each.id}`;
    return `${each.kind} ${each.id}: ${each.was} -> ${each.is}`;
  });
}

test('what newly stands, and the other way round what no longer does', () => {
  const two = { marks: { '2023-09-04': 'OO OO' } };
  expect(changes({}, two)).toEqual([
    'stage  -> one',
    'threshold tenth: no -> yes',
    'letter warning: not due -> due',
    'duty comes: steps.one.hold-talk',
    'option comes: steps.one.offer-early-help',
    'bar comes: offer-holiday',
  ]);
  expect(changes(two, {})).toEqual([
    'stage one -> ',
    'threshold tenth: yes -> no',
    'letter warning: due -> not due',
    'duty goes: steps.one.hold-talk',
    'option goes: steps.one.offer-early-help',
    'bar goes: offer-holiday',
  ]);
});

test('a reward of another period is told where it is won, and not as a change of the first', () => {
  const rewarding = compiled(
    `reward full "full" each half term to pupils with attendance this half term exactly 100%\n`,
  );
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', { halfTerms: ['2023-09-04 2023-10-20 one', '2023-10-30 2023-12-20 two'] }),
  );
  const first = finding(rewarding, { asAt: '2023-09-15', calendar, marks: { '2023-09-04': 'OO' } });
  const won = finding(rewarding, { asAt: '2023-11-10', calendar, marks: { '2023-09-04': 'OO' } });
  const lost = finding(rewarding, { asAt: '2023-11-10', calendar, marks: { '2023-11-06': 'OO' } });
  expect(findingChanges(first, won)).toMatchObject([{ kind: 'reward', id: 'full', was: null, is: 'on track' }]);
  expect(findingChanges(first, lost)).toEqual([]);
});

test('the same twice changes nothing', () => {
  expect(changes({ marks: { '2023-09-04': 'OO' } }, { marks: { '2023-09-04': 'OO' } })).toEqual([]);
});

test('a letter that was sent before changes nothing by being due again', () => {
  const log = ['2023-09-08 warning sent'];
  const two = { marks: { '2023-09-04': 'OO OO' }, log };
  expect(changes(two, { marks: { '2023-09-04': 'OO OO OO' }, log })).toEqual([]);
});
