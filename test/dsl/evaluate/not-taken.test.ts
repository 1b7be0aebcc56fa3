import { expect, test } from 'vitest';
import { compiled, finding, met, needs } from '../../support/evaluate-policy.ts';

const four = compiled('threshold t is at least 4 absent sessions this school year');

test('a register not taken that could decide leaves it undetermined, and is named', () => {
  const found = finding(four, { asAt: '2023-11-15', marks: { '2023-11-13': 'OO O. /\\' } });
  expect(found.thresholds[0]!.met).toBe('undetermined');
  expect(needs(found, 't')).toEqual(['2023-11-14 PM']);
});

test('one that could not decide is passed over', () => {
  expect(met(four, { asAt: '2023-11-15', marks: { '2023-11-13': 'OO /. /\\' } })).toBe('no');
  expect(met(four, { asAt: '2023-11-15', marks: { '2023-11-13': 'OO OO .\\' } })).toBe('yes');
});

test('only those in the window are named', () => {
  const policy = compiled('threshold t is at least 1 absent sessions this school week');
  const found = finding(policy, { asAt: '2023-11-15', marks: { '2023-09-05': '..', '2023-11-13': '/. ..' } });
  expect(needs(found, 't')).toEqual(['2023-11-13 PM, 2023-11-14 AM, 2023-11-14 PM']);
});

test('sessions to come are not missing: the afternoon after the last mark of anyone', () => {
  const supposed = { asAt: '2023-11-14', marks: { '2023-11-13': 'OO O.' }, registerTo: '2023-11-14 AM' };
  expect(met(four, supposed)).toBe('no');
});

test('inside a run of days it may or may not break the run', () => {
  const policy = compiled('threshold t is at least 4 absent school days in a row');
  const found = finding(policy, { asAt: '2023-11-17', marks: { '2023-11-13': 'OO OO .. OO OO' } });
  expect(found.thresholds[0]!.met).toBe('undetermined');
  expect(needs(found, 't')).toEqual(['2023-11-15 AM, 2023-11-15 PM']);
});

test('half a day not taken inside a run is enough to doubt it', () => {
  const policy = compiled('threshold t is at least 4 absent school days in a row');
  const found = finding(policy, { asAt: '2023-11-17', marks: { '2023-11-13': 'OO OO O. OO OO' } });
  expect(needs(found, 't')).toEqual(['2023-11-15 PM']);
});

test('a run long enough without it is sure', () => {
  const policy = compiled('threshold t is at least 2 absent school days in a row');
  expect(met(policy, { asAt: '2023-11-17', marks: { '2023-11-13': 'OO OO .. OO OO' } })).toBe('yes');
});

test('a day half over neither adds to a run nor breaks it', () => {
  const two = compiled('threshold t is at least 2 absent school days in a row');
  const three = compiled('threshold t is at least 3 absent school days in a row');
  const supposed = { asAt: '2023-11-15', marks: { '2023-11-13': 'OO OO O.' }, registerTo: '2023-11-15 AM' };
  expect([met(two, supposed), met(three, supposed)]).toEqual(['yes', 'no']);
});

test('a rate with marks missing is a range', () => {
  const policy = compiled('threshold t is attendance this school week below 70%');
  // 2 of 6 attended for sure, 4 of 6 at most: 66.7%.
  expect(met(policy, { asAt: '2023-11-15', marks: { '2023-11-13': 'OO .. /\\' } })).toBe('yes');
  expect(met(policy, { asAt: '2023-11-15', marks: { '2023-11-13': 'O\\ .. /\\' } })).toBe('undetermined');
});

test('a week with a day not taken may or may not be broken', () => {
  const policy = compiled(
    'threshold t is at least 1 school weeks this school year in which some but not every school day is absent',
  );
  const found = finding(policy, { asAt: '2023-11-17', marks: { '2023-11-13': 'OO OO OO OO ..' } });
  expect(found.thresholds[0]!.met).toBe('undetermined');
});

test('a threshold of no absences is not proved while a mark is missing', () => {
  const policy = compiled('threshold t is no absent sessions this school week');
  expect(met(policy, { asAt: '2023-11-17', marks: { '2023-11-13': '/. ' + '/\\ '.repeat(4).trim() } })).toBe(
    'undetermined',
  );
});

const ladder = compiled(`ladder map by days absent this school year {
  stage everyone from 0 days absent
  stage one from 2 days absent
  stage two from 3 days absent
}
threshold at-one is map is one`);

test('on a ladder by measure: surely at least one stage, possibly others', () => {
  const found = finding(ladder, { asAt: '2023-11-17', marks: { '2023-11-13': 'OO O. .. ..' } });
  expect(found.ladders[0]).toMatchObject({ stage: { id: 'everyone' }, possibly: [{ id: 'one' }, { id: 'two' }] });
  expect(needs(found, 'map')).toEqual(['2023-11-14 PM, 2023-11-15 AM, 2023-11-15 PM, 2023-11-16 AM, 2023-11-16 PM']);
});

test('whether the pupil is at a stage that is only possible cannot be told', () => {
  const found = finding(ladder, { asAt: '2023-11-17', marks: { '2023-11-13': 'OO O. .. ..' } });
  expect(found.thresholds[0]!.met).toBe('undetermined');
  expect(needs(found, 'at-one')).toHaveLength(1);
});

test('the tally counts registers not taken', () => {
  const found = finding(ladder, { asAt: '2023-11-17', marks: { '2023-11-13': '/. ..' } });
  expect(found.tally).toMatchObject({ notTaken: 3, possible: 107 });
});

test('a stage perhaps reached on a past day, and kept since, is shown as possible', () => {
  const policy = compiled(`ladder support by absent sessions in a rolling 1 school weeks {
  stage everyone from 0 sessions
  stage pa from 4 sessions kept to the end of the school year
}`);
  const ladder = (marks: Record<string, string>, asAt = '2023-12-11') => finding(policy, { asAt, marks }).ladders[0]!;
  const perhaps = { '2023-11-13': 'OO O. /\\' };
  expect(ladder(perhaps, '2023-11-15')).toMatchObject({ stage: { id: 'everyone' }, possibly: [{ id: 'pa' }] });
  expect(ladder(perhaps)).toMatchObject({ stage: { id: 'everyone' }, possibly: [{ id: 'pa' }] });
  expect(needs(finding(policy, { asAt: '2023-12-11', marks: perhaps }), 'support')).toEqual(['2023-11-14 PM']);
  expect(ladder({ '2023-11-13': 'OO /. /\\' })).toMatchObject({ possibly: [] });
  expect(ladder({ '2023-11-13': 'OO OO /\\' })).toMatchObject({ stage: { id: 'pa' }, possibly: [] });
});
