import { expect, test } from 'vitest';
import { compiled, finding } from '../../support/evaluate-policy.ts';

const policy = compiled(`
fact send "SEND" for pupil
fact child-in-need "Child in Need" for pupil
fact looked-after "Looked after" for pupil
group with-send "SEND" is send
group known-to-social-care is child-in-need or looked-after
particular attention to with-send, known-to-social-care`);

const attention = (facts: Readonly<Record<string, boolean>>) => {
  const [found] = finding(policy, { asAt: '2023-11-13', facts }).attention;
  return [found?.state, ...(found?.groups.map(({ title, holds }) => `${title}: ${holds}`) ?? [])];
};

test('the groups a pupil is in are told by their titles', () => {
  expect(attention({ send: false, 'child-in-need': true, 'looked-after': false })).toEqual([
    'yes',
    'SEND: no',
    'known to social care: yes',
  ]);
  expect(attention({ send: false, 'child-in-need': false, 'looked-after': false })[0]).toBe('no');
});

test('a missing column is unknown, and one group is enough whatever is unknown of the others', () => {
  expect(attention({ send: false, 'child-in-need': false })).toEqual([
    'undetermined',
    'SEND: no',
    'known to social care: undetermined',
  ]);
  expect(attention({ send: true })[0]).toBe('yes');
});
