import { expect, test } from 'vitest';
import { calendarOf, compiled, finding, met, needs, year } from '../../support/evaluate-policy.ts';

const level = compiled(
  'threshold t "the level" is at least 2 unauthorised sessions in a rolling 2 school weeks   cite "5"',
);

test('met now, first met, last met, and where it says so', () => {
  const found = finding(level, { asAt: '2023-12-08', marks: { '2023-11-13': 'U\\ U\\', '2023-12-05': 'UU' } });
  expect(found.thresholds[0]).toMatchObject({
    id: 't',
    title: 'the level',
    met: 'yes',
    count: { value: '2', unit: 'unauthorised sessions' },
    firstMet: '2023-11-14',
    lastMet: '2023-12-08',
    cite: '5',
    clause: { policy: 'example', id: 't', line: 2 },
  });
});

test('no longer met, and when it last was', () => {
  const found = finding(level, { asAt: '2023-12-08', marks: { '2023-11-13': 'UU' } });
  expect(found.thresholds[0]).toMatchObject({ met: 'no', firstMet: '2023-11-13', lastMet: '2023-11-26' });
});

test('“ever reached” is asked of a window', () => {
  const policy = compiled(`threshold level is at least 2 unauthorised sessions in a rolling 2 school weeks
threshold t is level met this school year`);
  expect(met(policy, { asAt: '2024-05-10', marks: { '2023-11-13': 'UU' } })).toBe('yes');
  expect(met(policy, { asAt: '2024-05-10', marks: { '2023-11-13': 'U\\' } })).toBe('no');
});

test('whether it was ever reached cannot be told while a mark is missing, and that mark is named', () => {
  const policy = compiled(`threshold level is at least 2 unauthorised sessions in a rolling 2 school weeks
threshold t is level met this school year`);
  const found = finding(policy, { asAt: '2024-05-10', marks: { '2023-11-13': 'U.' } });
  expect(found.thresholds.find((each) => each.id === 't')!.met).toBe('undetermined');
  expect(needs(found, 't')).toEqual(['2023-11-13 PM']);
});

const comparators: Record<string, readonly [test: string, two: string, three: string, four: string]> = {
  'at least': ['at least 3', 'no', 'yes', 'yes'],
  'more than': ['more than 3', 'no', 'no', 'yes'],
  'at most': ['at most 3', 'yes', 'yes', 'no'],
  'fewer than': ['fewer than 3', 'yes', 'no', 'no'],
  exactly: ['exactly 3', 'no', 'yes', 'no'],
};

test.each(Object.entries(comparators))('%s, one below, at and one above', (_name, [words, ...expected]) => {
  const policy = compiled(`threshold t is ${words} late sessions this school week`);
  const on = (pairs: string) => met(policy, { asAt: '2023-11-14', marks: { '2023-11-13': pairs } });
  expect(['LL', 'LL L\\', 'LL LL'].map(on)).toEqual(expected);
});

test('one measure against another', () => {
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', { halfTerms: ['2023-09-04 2023-10-20 one', '2023-10-30 2023-12-20 two'] }),
  );
  const policy = compiled('threshold t is attendance this half term above attendance last half term');
  const supposed = { asAt: '2023-11-10', calendar };
  expect(met(policy, { ...supposed, marks: { '2023-10-09': 'OO' } })).toBe('yes');
  expect(met(policy, supposed)).toBe('no');
});

const readings = compiled(
  'threshold t is at least 2 unauthorised sessions in a rolling 2 calendar weeks or perhaps in a rolling 4 school weeks unclear "two or four weeks"',
);

test('readings that agree give their answer', () => {
  expect(met(readings, { asAt: '2023-11-14', marks: { '2023-11-13': 'UU' } })).toBe('yes');
  expect(met(readings, { asAt: '2023-11-14' })).toBe('no');
});

test('readings that part are undetermined, and both are shown', () => {
  const found = finding(readings, { asAt: '2023-11-27', marks: { '2023-11-13': 'UU' } });
  expect(found.thresholds[0]!.met).toBe('undetermined');
  expect(found.undetermined[0]!.needs).toMatchObject([
    {
      kind: 'reading',
      readings: [
        'at least 2 unauthorised sessions in a rolling 2 calendar weeks: no',
        'at least 2 unauthorised sessions in a rolling 4 school weeks: yes',
      ],
    },
  ]);
});

const parting = compiled(`threshold nine is at least 9 unauthorised sessions this school year
threshold three is at least 3 unauthorised sessions this school year
contradiction between nine, three "one number is printed twice" acts on three`);

test('a contradiction is told on the days on which its clauses part', () => {
  const told = (pairs: string) =>
    finding(parting, { asAt: '2023-11-17', marks: { '2023-11-13': pairs } }).contradictions;
  expect(told('UU')).toEqual([]);
  expect(told('UU U\\')).toMatchObject([
    {
      words: 'one number is printed twice',
      parts: [
        { id: 'nine', holds: 'no' },
        { id: 'three', holds: 'yes' },
      ],
    },
  ]);
  expect(told('UU UU UU UU UU')).toEqual([]);
});

test('a clause past its own dates is not stated since', () => {
  const policy = compiled(
    'threshold t "the target" is attendance this school year at least 90%   in force from 1 September 2023 to 30 November 2023',
  );
  expect(met(policy, { asAt: '2023-11-30' })).toBe('yes');
  const found = finding(policy, { asAt: '2023-12-01' });
  expect(needs(found, 't')).toEqual(['not stated: the target']);
});

test('a name that turns on itself is told when checked, and ends when asked', () => {
  const policy = `policy example "Example" in force from 1 September 2023\nthreshold t is u\nthreshold u is t`;
  expect(() => compiled(policy)).toThrow('“t” turns on itself');
});

test('judgements and facts of a layer above are the layer’s own', () => {
  const above = `framework upper "Upper" in force from 1 September 2020
judgement engaged by school
fact traded for school
threshold t is engaged and traded`;
  const policy = compiled(
    `policy example "Example" in force from 1 September 2020 { under upper }
judgement engaged by school
threshold t is engaged`,
    above,
  );
  const supposed = { asAt: '2023-11-13', facts: { traded: true }, log: ['2023-11-13 upper.engaged is true'] };
  const found = finding(policy, supposed);
  expect(found.thresholds.map((each) => [each.id, each.met])).toEqual([
    ['t', 'undetermined'],
    ['upper.t', 'yes'],
  ]);
});
