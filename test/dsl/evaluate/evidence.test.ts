import { expect, test } from 'vitest';
import { compiled, finding, met, state } from '../../support/evaluate-policy.ts';

const referral = compiled(`fact in-plan for pupil
referral ews-referral "Referral" {
  includes "dates of contact", "Stage 1 letters"
  includes "School Attendance Meeting" unless in-plan
  includes "actions in the plan" if in-plan
  may "decline and pass back" if ews-referral not complete
}
letter plain-letter
threshold t is ews-referral complete`);
const both = '2023-11-13 ews-referral recorded with dates of contact, stage-1-letters';
const of = (log: readonly string[], facts?: Record<string, boolean>) =>
  finding(referral, { asAt: '2023-11-20', log, ...(facts && { facts }) }).evidence;

test('a paper that includes nothing has no checklist', () => {
  expect(of([]).map((each) => each.id)).toEqual(['ews-referral']);
});

test('nothing seen: all that applies is missing', () => {
  expect(of([], { 'in-plan': false })).toMatchObject([
    { complete: 'no', missing: ['dates of contact', 'Stage 1 letters', 'School Attendance Meeting'], perhaps: [] },
  ]);
});

test('what applies depends on the pupil', () => {
  expect(of([both], { 'in-plan': true })).toMatchObject([{ complete: 'no', missing: ['actions in the plan'] }]);
  const all = [both, '2023-11-16 ews-referral recorded with actions in the plan'];
  expect(of(all, { 'in-plan': true })).toMatchObject([{ complete: 'yes', missing: [] }]);
  expect(of(all, { 'in-plan': false })).toMatchObject([{ complete: 'no', missing: ['School Attendance Meeting'] }]);
});

test('where it is not known whether an item applies, and nothing else is missing, it cannot be told', () => {
  expect(of([both])).toMatchObject([
    {
      complete: 'undetermined',
      missing: [],
      perhaps: ['School Attendance Meeting', 'actions in the plan'],
      needs: [{ kind: 'data', what: 'in plan' }],
    },
  ]);
  expect(of([])).toMatchObject([{ complete: 'no', missing: ['dates of contact', 'Stage 1 letters'] }]);
});

test('complete is a condition, and its denial opens what turns on it', () => {
  const asked = (log: readonly string[]) => met(referral, { asAt: '2023-11-20', log, facts: { 'in-plan': true } });
  expect(asked([both])).toBe('no');
  expect(asked([both, '2023-11-16 ews-referral recorded with actions in the plan'])).toBe('yes');
  expect(asked(['2023-11-16 ews-referral complete'])).toBe('yes');
  const found = finding(referral, { asAt: '2023-11-20', log: [both], facts: { 'in-plan': true } });
  expect(state(found, 'ews-referral.decline-and-pass-back')).toBe('open');
});

test('what is seen after a referral was accepted belongs to the next one', () => {
  const facts = { 'in-plan': false };
  const all = [both, '2023-11-14 ews-referral recorded with School Attendance Meeting'];
  expect(of([...all, '2023-11-15 ews-referral accepted'], facts)).toMatchObject([{ complete: 'yes' }]);
  const again = [...all, '2023-11-15 ews-referral accepted', '2023-11-20 ews-referral recorded with dates of contact'];
  expect(of(again, facts)).toMatchObject([
    { complete: 'no', missing: ['Stage 1 letters', 'School Attendance Meeting'] },
  ]);
});
