import { expect, test } from 'vitest';
import { compiled, finding } from '../../support/evaluate-policy.ts';
import { explainReason } from '../../../dsl/evaluate/explain.ts';

const policy = 'threshold t is at least 2 days absent coded I this school year with those expected';

test('what is expected is told apart from what the register holds', () => {
  const log = ['2023-11-13 return expected about 2023-11-16'];
  const { reasons } = finding(compiled(policy), { asAt: '2023-11-13', marks: { '2023-11-13': 'II' }, log });
  expect(reasons.map(explainReason)).toEqual([
    '3 days absent coded I this school year, 2 of them expected and still to come: 13 November 2023 I.',
  ]);
});

test('where nobody expects anything, nothing is said of it', () => {
  const { reasons } = finding(compiled(policy), { asAt: '2023-11-13', marks: { '2023-11-13': 'II' } });
  expect(reasons[0]).not.toHaveProperty('expected');
});
