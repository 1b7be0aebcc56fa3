import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runExamples } from '../../../dsl/cases/examples.ts';
import { codes } from '../../support/code-table.ts';
import { compiled } from '../../support/evaluate-policy.ts';

// test/conformance/examples: policies of one construct or two, each with examples on either side of what it says.
const folder = new URL('../../conformance/examples/', import.meta.url);

test.each(readdirSync(folder))('%s: its examples hold', (name) => {
  const { policy } = compiled(readFileSync(new URL(name, folder), 'utf8'));
  const results = runExamples(policy, codes);
  expect(results.flatMap(({ failures }) => failures.map(({ message }) => message))).toEqual([]);
  expect(results.length).toBeGreaterThan(0);
});
