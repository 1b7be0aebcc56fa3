import { expect, test } from 'vitest';
import { arrivalMark, arrivalRules, compilePolicy, explain, explainNeed } from '../../dsl/index.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { calendarOf, finding, met, year } from '../support/evaluate-policy.ts';
import { readSchoolPolicies } from '../support/school-policies.ts';

// What Bramhall's policy answers where its document says one thing several ways, or leaves a time out.

const policy = readSchoolPolicies().policies.get('bramhall')!;
const bramhall = compilePolicy(policy);
const calendar = calendarOf(year('2025-09-01', '2026-07-17'));

/** Whole days of unauthorised absence from Monday 8 September 2025, and a morning that makes one session more. */
function unauthorised(sessions: number) {
  const days = `${'OO '.repeat(Math.floor(sessions / 2))}${sessions % 2 === 1 ? 'O\\' : ''}`.trim();
  return { asAt: '2025-09-26', calendar, marks: { '2025-09-08': days } };
}

const wordings = ['stockport.warning-level', 'stockport.recheck-level', 'stockport.stage-3-level'];

test.each([
  [9, ['no', 'no', 'no']],
  [10, ['yes', 'yes', 'no']],
  [11, ['yes', 'yes', 'yes']],
])('%i unauthorised sessions: the warning, the re-check and Stage 3', (sessions, expected) => {
  expect(wordings.map((id) => met(bramhall, unauthorised(sessions), id))).toEqual(expected);
});

test('at exactly ten it says that one threshold is worded three ways, and no stage comes of it', () => {
  const found = finding(bramhall, unauthorised(10));
  expect(found.contradictions.map(({ words, parts }) => [words, parts.map(({ holds }) => holds)])).toEqual([
    ['the threshold for enforcement is worded three ways: they part at exactly 10', ['yes', 'no', 'yes']],
  ]);
  expect(found.ladders.find(({ id }) => id === 'stockport.stages')?.stage).toBeNull();
  expect(JSON.stringify(explain(found))).toContain('the threshold for enforcement is worded three ways');
  expect(finding(bramhall, unauthorised(11)).contradictions).toEqual([]);
});

test('an arrival at 08:40 is answered as far as the document goes', () => {
  const time = parseClockTime('08:40')!;
  const found = finding(bramhall, { asAt: '2025-09-15', calendar, log: ['2025-09-15 08:40 arrival recorded'] });
  expect(found.duties.filter(({ state }) => state === 'due').map(({ words }) => words)).toEqual([
    'school will record late mark',
    'school will give break detention on the same school day',
  ]);
  expect(arrivalRules(policy, time).map(({ words }) => words)).toEqual([
    'school will record late mark',
    'school will give break detention on the same school day',
  ]);
});

test('what it is marked is undetermined, and needs the time at which registers close', () => {
  const mark = arrivalMark(policy, parseClockTime('08:40')!, 'AM');
  expect(mark.kind === 'undetermined' ? mark.needs.map(explainNeed) : mark).toEqual([
    'the policy does not state the time at which morning registers close',
  ]);
});

test('an arrival at 08:20 is present, one at 08:26 stands between 08:25 and 08:30', () => {
  expect(arrivalMark(policy, parseClockTime('08:20')!, 'AM').kind).toBe('class');
  expect(arrivalMark(policy, parseClockTime('08:26')!, 'AM').kind).toBe('undetermined');
  expect(arrivalRules(policy, parseClockTime('08:26')!)).toEqual([]);
});
