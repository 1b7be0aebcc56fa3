import { expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import { recipientsOf } from '../../../dsl/evaluate/recipients.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';

const policy = compiled(`role carers is every adult with parental-responsibility or day-to-day-care
role guardians is every adult with parental-responsibility and day-to-day-care
role social-worker "Social Worker"
fact has-social-worker for pupil
letter first-letter {
  goes to every carers
  goes to social-worker if has-social-worker
}
letter second-letter { goes to every guardians }
letter third-letter
when concern raised {
  will send first-letter to parents
  will send third-letter to parents
}`);

const adult = (id: string, parentalResponsibility: boolean, dayToDayCare: boolean, doNotSend = false) => ({
  id,
  parentalResponsibility,
  dayToDayCare,
  doNotSend,
});
const household = [
  adult('mother', true, true),
  adult('father', true, false),
  adult('step-father', false, true),
  adult('aunt', false, false),
];
const day = isoDay('2023-11-20');
const about = (
  adults: typeof household | undefined,
  facts: Record<string, boolean> = { 'has-social-worker': false },
) => ({
  ...pupilCase({ asAt: '2023-11-20', log: ['2023-11-20 concern raised'], facts }),
  adults,
});

test('every adult with parental responsibility or day-to-day care, and nobody else', () => {
  expect(recipientsOf(policy, about(household), 'first-letter', day)).toEqual({
    adults: ['mother', 'father', 'step-father'],
    withheld: 0,
    roles: [],
    perhaps: [],
  });
});

test('both, where the role asks for both', () => {
  expect(recipientsOf(policy, about(household), 'second-letter', day)?.adults).toEqual(['mother']);
});

test('an adult to whom nothing may be sent is left out, and told', () => {
  const marked = [adult('mother', true, true), adult('father', true, false, true)];
  expect(recipientsOf(policy, about(marked), 'first-letter', day)).toMatchObject({ adults: ['mother'], withheld: 1 });
});

test('a social worker, where there is one; perhaps, where nobody said', () => {
  const to = (facts: Record<string, boolean>) => recipientsOf(policy, about(household, facts), 'first-letter', day);
  expect(to({ 'has-social-worker': true })?.roles).toEqual([{ id: 'social-worker', title: 'Social Worker' }]);
  expect(to({})).toMatchObject({ roles: [], perhaps: [{ id: 'social-worker' }] });
});

test('in a finding, with each letter; null where the adults are not known', () => {
  const adults = (known: typeof household | undefined) =>
    evaluate(policy, about(known), day).letters.map((each) => each.recipients?.adults);
  expect(adults(household)).toEqual([
    ['mother', 'father', 'step-father'],
    ['mother', 'father', 'step-father'],
  ]);
  expect(adults(undefined)).toEqual([null, null]);
});

test('no paper of that name', () => {
  expect(recipientsOf(policy, about(household), 'fourth-letter', day)).toBeUndefined();
});
