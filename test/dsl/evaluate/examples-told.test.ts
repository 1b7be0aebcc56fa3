import { expect, test } from 'vitest';
import { runExamples } from '../../../dsl/cases/examples.ts';
import { codes } from '../../support/code-table.ts';
import { compiled } from '../../support/evaluate-policy.ts';

/** The words of the expectations that do not hold, with what was found instead. */
function failures(policy: string, expected: string): readonly string[] {
  const { policy: read } = compiled(`${policy}\nexample "it" {\n${expected}\n}`);
  return runExamples(read, codes).flatMap((result) => result.failures.map((each) => each.message));
}

const notice = `notice fine-notice { any fine £60 if paid within 21 calendar days of notice issued }`;

test('that a test cannot be told fails where it holds', () => {
  const policy = 'threshold t is any absent session this school year';
  const supposed = 'suppose O on 13 November 2023';
  expect(failures(policy, `${supposed}\nexpect t is true on 13 November 2023`)).toEqual([]);
  expect(failures(policy, `${supposed}\nexpect t is undetermined on 13 November 2023`)).toHaveLength(1);
});

test('a notice is unpaid from the day after the last', () => {
  const supposed = 'suppose fine-notice issued on 8 January 2024';
  expect(failures(notice, `${supposed}\nexpect fine-notice is unpaid on 30 January 2024`)).toEqual([]);
  expect(failures(notice, `${supposed}\nexpect fine-notice is unpaid on 29 January 2024`)).toHaveLength(1);
});

test('what the rows of a reason come to', () => {
  const reason = 'reason illness { marked I if illness given  otherwise not stated }';
  const supposed = 'suppose illness given on 13 November 2023';
  expect(failures(reason, `${supposed}\nexpect illness is I on 13 November 2023`)).toEqual([]);
  expect(failures(reason, `${supposed}\nexpect illness is undetermined on 13 November 2023`)).toHaveLength(1);
  expect(failures(reason, 'expect illness is undetermined on 13 November 2023')).toEqual([]);
});

test('a minute of a day, and what was done in time', () => {
  const policy = 'parents should report absence before 09:00 on absence day 1';
  const supposed = 'suppose I on 13 November 2023\nsuppose absence reported on 13 November 2023 at 08:59';
  const on = '13 November 2023';
  expect(
    failures(
      policy,
      `${supposed}\nexpect report-absence is due on ${on} at 08:58\nexpect report-absence is in-time on ${on}`,
    ),
  ).toEqual([]);
  expect(failures(policy, `${supposed}\nexpect report-absence is in-time on ${on} at 08:58`)).toHaveLength(1);
});
