import { expect, test } from 'vitest';
import { calendarOf, compiled, counted, finding, met, needs, year } from '../../support/evaluate-policy.ts';

const monday = '2023-11-13';

const cases: Record<string, readonly [measure: string, pairs: string, asAt: string, counts: string]> = {
  'a session absent is half a day': ['days absent this school year', 'O\\ /I', '2023-11-14', '1'],
  'three sessions are a day and a half': ['days absent this school year', 'OO O\\', '2023-11-14', '3/2'],
  'late before the register closed is not absent': ['days absent this school year', 'L\\ L\\', '2023-11-14', '0'],
  'late after it closed is an unauthorised absence': [
    'unauthorised sessions this school year',
    'U\\ U\\',
    '2023-11-14',
    '2',
  ],
  'N counts as unauthorised': ['unauthorised sessions this school year', 'NN OO', '2023-11-14', '4'],
  'X is no possible session': ['possible sessions this school week', 'XX /\\', '2023-11-14', '2'],
  'B is attended and not present': ['attended sessions this school week', 'BB /\\', '2023-11-14', '4'],
  'B is not present': ['present sessions this school week', 'BB /\\', '2023-11-14', '2'],
  'late sessions': ['late sessions this school week', 'L\\ LL U\\', '2023-11-15', '3'],
  'days absent coded I': ['days absent coded I this school year', 'IO II OO', '2023-11-15', '3/2'],
  'sessions of several codes': ['sessions coded O, U, G this school year', 'OU GI N\\', '2023-11-15', '3'],
  'a school day counts in a class with both its sessions': [
    'absent school days this school year',
    'OO O\\ OI',
    '2023-11-15',
    '2',
  ],
  'the run of school days breaks at a half day': ['absent school days in a row', 'OO O\\ OO OO', '2023-11-16', '2'],
  'the run passes over a weekend': ['absent school days in a row', '/\\ /\\ /\\ OO OO OO OO', '2023-11-21', '4'],
  'the run is nothing on a day attended': ['absent school days in a row', 'OO OO /\\', '2023-11-15', '0'],
  'a run of sessions takes in half days': ['absent sessions in a row', '/O OO O\\ OO', '2023-11-15', '0'],
  'a run of sessions that ends at noon': ['absent sessions in a row', '/O OO /O', '2023-11-15', '1'],
  'a run of sessions over two days': ['absent sessions in a row', '/\\ /O OO', '2023-11-15', '3'],
  'days coded in a row': ['school days in a row coded G', 'OO GG GG', '2023-11-15', '2'],
  'weeks broken: some but not every day absent': [
    'school weeks this school year in which some but not every school day is absent',
    'OO /\\ /\\ /\\ /\\ OO OO OO OO OO',
    '2023-11-24',
    '1',
  ],
  'weeks with every day absent': [
    'school weeks this school year in which every school day is absent',
    'OO /\\ /\\ /\\ /\\ OO OO OO OO OO',
    '2023-11-24',
    '1',
  ],
};

test.each(Object.entries(cases))('%s', (_name, [measure, pairs, asAt, counts]) => {
  expect(counted(measure, { asAt, marks: { [monday]: pairs } })).toBe(counts);
});

test('a closure does not break a run', () => {
  const calendar = calendarOf(year('2023-09-04', '2024-07-19', { closures: ['2023-11-14 2023-11-15 burst pipe'] }));
  const marks = { '2023-11-13': 'OO OO' };
  expect(counted('absent school days in a row', { asAt: '2023-11-16', calendar, marks })).toBe('2');
});

test('a rate is an exact fraction of possible sessions', () => {
  const policy = compiled('threshold t is attendance this school week below 66.7%');
  const supposed = { asAt: '2023-11-15', marks: { [monday]: 'OO /\\ /\\' } };
  expect(finding(policy, supposed).thresholds[0]!.count).toEqual({ value: '200/3', shown: '66.7', unit: '%' });
  expect(met(policy, supposed)).toBe('yes');
});

test('what is shown rounded is not compared: 188 of 209 is shown as 90% and is below it', () => {
  const policy = compiled('threshold t is attendance this school year below 90%');
  const marks = { '2023-09-04': `XO${' OO'.repeat(10)}` };
  const found = finding(policy, { asAt: '2024-01-26', marks }).thresholds[0]!;
  expect(found).toMatchObject({ met: 'yes', count: { value: '18800/209', shown: '90' } });
});

const ninety = 'threshold t is attendance this school year at least 90%';

test('exactly 90% is at least 90%', () => {
  expect(met(ninety, { asAt: '2023-09-29', marks: { '2023-09-04': 'OO OO' } })).toBe('yes');
});

test('one session more and it is not', () => {
  expect(met(ninety, { asAt: '2023-09-29', marks: { '2023-09-04': 'OO OO O\\' } })).toBe('no');
});

test('sessions that were not possible are left out of the rate: 4 of 38', () => {
  expect(met(ninety, { asAt: '2023-09-29', marks: { '2023-09-04': 'OO OO XX' } })).toBe('no');
});

test('no possible session leaves a rate undetermined, and says so', () => {
  const found = finding(ninety, { asAt: '2023-09-06', marks: { '2023-09-04': 'XX XX XX' } });
  expect(found.thresholds[0]!.met).toBe('undetermined');
  expect(needs(found, 't')).toEqual(['possible sessions: this school year']);
});

test('possible sessions begin at joining', () => {
  const supposed = { asAt: '2024-01-12', onRoll: { from: '2024-01-08' }, marks: { '2024-01-08': 'OO' } };
  expect(finding(ninety, supposed).thresholds[0]!.count!.value).toBe('80');
});

test('a share of weeks', () => {
  const policy =
    compiled(`measure broken is school weeks this school year in which some but not every school day is absent
measure share is broken out of school weeks this school year
threshold t is share at least 50%`);
  expect(met(policy, { asAt: '2023-09-15', marks: { '2023-09-04': 'OO' } })).toBe('yes');
  expect(met(policy, { asAt: '2023-09-22', marks: { '2023-09-04': 'OO' } })).toBe('no');
});

test('the sessions that count are listed, with how many N among them', () => {
  const policy = compiled('threshold t is at least 4 unauthorised sessions this school year');
  const [reason] = finding(policy, { asAt: '2023-11-15', marks: { [monday]: 'NN O\\ /U' } }).reasons;
  expect(reason).toMatchObject({ kind: 'counted', open: 2, count: { value: '4', shown: '4' } });
  expect(reason!.sessions.map((each) => `${each.date} ${each.session} ${each.code}`)).toEqual([
    '2023-11-13 AM N',
    '2023-11-13 PM N',
    '2023-11-14 AM O',
    '2023-11-15 PM U',
  ]);
});

test('a count of whole days lists no half day', () => {
  const policy = compiled('threshold t is at least 1 absent school days this school year');
  const [reason] = finding(policy, { asAt: '2023-11-15', marks: { [monday]: 'OO O\\' } }).reasons;
  expect(reason!.sessions.map((each) => each.date)).toEqual(['2023-11-13', '2023-11-13']);
});

test('a count of last half term lists none of this one', () => {
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', { halfTerms: ['2023-09-04 2023-10-20 one', '2023-10-30 2023-12-20 two'] }),
  );
  const policy = compiled('threshold t is at least 1 absent sessions last half term');
  const supposed = { asAt: '2023-11-15', calendar, marks: { '2023-10-20': 'O\\ OO' } };
  expect(finding(policy, supposed).reasons[0]!.sessions).toHaveLength(1);
});
