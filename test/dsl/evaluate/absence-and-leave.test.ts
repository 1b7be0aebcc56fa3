import { expect, test } from 'vitest';
import { compiled, finding, met } from '../../support/evaluate-policy.ts';

const unexplained = compiled('threshold t is absent and no reason given');
const marks = { '2023-11-13': 'OO OO /\\ /\\ /\\ OO OO' };

test('no reason given in the absence', () => {
  expect(met(unexplained, { asAt: '2023-11-14', marks })).toBe('yes');
});

test('a reason given while it runs', () => {
  expect(met(unexplained, { asAt: '2023-11-14', marks, log: ['2023-11-14 reason given'] })).toBe('no');
});

test('a reason given beforehand, for the next school day', () => {
  expect(met(unexplained, { asAt: '2023-11-14', marks, log: ['2023-11-10 reason given'] })).toBe('no');
});

test('a reason given for one absence does not explain the next', () => {
  expect(met(unexplained, { asAt: '2023-11-21', marks, log: ['2023-11-14 reason given'] })).toBe('yes');
});

test('nor does one given for the next explain the one before', () => {
  const policy = compiled('when at least 2 absent school days in a row and no reason given { school will "report" }');
  const found = finding(policy, { asAt: '2023-11-21', marks, log: ['2023-11-21 reason given'] });
  expect(found.duties).toMatchObject([{ arose: '2023-11-14' }]);
});

test('a reason given on return explains the absence that ended', () => {
  const policy = compiled('when at least 2 absent school days in a row and no reason given { school will "report" }');
  const short = { '2023-11-13': 'OO OO' };
  expect(finding(policy, { asAt: '2023-11-16', marks: short, log: ['2023-11-15 reason given'] }).duties).toEqual([]);
});

test('a reason about days explains the absence it is about, whenever it comes', () => {
  const log = ['2023-11-21 reason given about 2023-11-13 2023-11-14'];
  expect(met(unexplained, { asAt: '2023-11-21', marks, log })).toBe('yes');
  const policy = compiled('when at least 2 absent school days in a row and no reason given { school will "report" }');
  expect(finding(policy, { asAt: '2023-11-21', marks, log }).duties).toMatchObject([{ arose: '2023-11-21' }]);
});

const leave = compiled(`judgement exceptional about leave by headteacher
role headteacher
leave holiday "Holiday" {
  headteacher will not "consider it" if leave asked since leave started
  school may "consider legal action" if leave taken and leave not granted
}`);
const asked = '2023-12-01 holiday asked about 2024-01-15 2024-01-19';
const taken = '2024-01-15 holiday taken about 2024-01-15 2024-01-19';
const legal = (asAt: string, ...log: string[]) => finding(leave, { asAt, log }).options.length;

test('refused and taken opens the option', () => {
  expect(legal('2024-01-16', asked, '2023-12-08 holiday refused', taken)).toBe(1);
});

test('granted and taken does not', () => {
  expect(legal('2024-01-16', asked, '2023-12-08 holiday granted', taken)).toBe(0);
});

test('that an earlier leave was granted does not grant this one', () => {
  const first = ['2023-10-01 holiday asked about 2023-10-16 2023-10-17', '2023-10-04 holiday granted'];
  expect(legal('2024-01-16', ...first, asked, taken)).toBe(1);
});

const retrospective = (...log: string[]) => finding(leave, { asAt: '2024-01-18', log }).bars.length;

test('asked after it began is retrospective', () => {
  expect(retrospective(taken, '2024-01-17 holiday asked about 2024-01-15 2024-01-19')).toBe(1);
});

test('asked before it began is not', () => {
  expect(retrospective(asked, taken)).toBe(0);
});

test('asking for another leave after one was taken is not', () => {
  expect(retrospective(taken, '2024-01-18 holiday asked about 2024-03-04 2024-03-05')).toBe(0);
});
