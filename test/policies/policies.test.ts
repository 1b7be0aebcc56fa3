import { describe, expect, test } from 'vitest';
import { runExamples } from '../../dsl/cases/examples.ts';
import { codes } from '../support/code-table.ts';
import { readSchoolPolicies } from '../support/school-policies.ts';

const { policies, diagnostics } = readSchoolPolicies();

test('nothing is wrong with them, not even in passing', () => {
  expect(diagnostics.map(({ source, message }) => `${source.name}: ${message}`)).toEqual([]);
});

describe.each([...policies.values()].map((policy) => [policy.id, policy] as const))('%s', (_id, policy) => {
  test.each(runExamples(policy, codes).map((result) => [result.example.title, result] as const))(
    '%s',
    (_title, result) => {
      expect(result.failures.map((each) => each.message)).toEqual([]);
      expect(result.expected).toBeGreaterThan(0);
    },
  );

  test('every clause that decides about a pupil, or asks something of people, cites its place', () => {
    const clauses = [...policy.thresholds, ...policy.ladders.flatMap((ladder) => ladder.stages), ...policy.rules];
    expect(clauses.filter((each) => each.place.cite === undefined)).toEqual([]);
  });

  test('every amount at which a stage is reached has an example that ends on it', () => {
    const expected = policy.examples.flatMap((example) =>
      example.expected.flatMap(({ condition }) => (condition.kind === 'at stage' ? [condition.stage] : [])),
    );
    const amounts = policy.ladders.flatMap((ladder) =>
      ladder.stages.filter(({ entry }) => entry && 'value' in entry).map(({ name }) => name),
    );
    expect(amounts.filter((name) => !expected.includes(name))).toEqual([]);
  });
});
