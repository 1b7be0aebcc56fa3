import { expect, test } from 'vitest';
import { packagedPolicies, policiesFollowed } from '../../bot/packaged-policies.ts';

async function read(...ids: string[]): Promise<readonly string[]> {
  return [...(await policiesFollowed(ids)).policies.keys()].sort();
}

test('only what a school follows is read, with the layers above it', async () => {
  expect(await read('normanton-common')).toEqual(['normanton-common', 'waterton']);
  expect(await read('upton')).toEqual(['upton']);
  expect(await read('widnes', 'bramhall', 'widnes')).toEqual(['bramhall', 'halton', 'stockport', 'widnes']);
  expect(await read()).toEqual([]);
});

test('for a name that is not among them all are read, so that the answer can say which there are', async () => {
  expect(await policiesFollowed(['widnes', 'no-such-policy'])).toBe(await packagedPolicies());
});
