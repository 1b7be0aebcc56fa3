import { expect, test } from 'vitest';
import { seeded } from '../../bench/registers.ts';
import { schoolPolicies } from '../../support/school-policies.ts';
import { mutantsOf } from './mutants.ts';
import { reasonFor } from './reasoned.ts';
import { examplesTell, survivors } from './survivors.ts';

// Sixty of the policies' literals, each changed by one step; npm run prove changes every one.
test('an example of the policy tells each of sixty changes to its numbers, times, dates and amounts', () => {
  const random = seeded(20240902);
  const all = schoolPolicies.flatMap(mutantsOf).map((mutant) => ({ mutant, at: random() }));
  const some = all
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 60)
    .map(({ mutant }) => mutant);
  const left = survivors(some, schoolPolicies, [examplesTell]).filter((mutant) => reasonFor(mutant) === undefined);
  expect(left.map(({ source, line, literal, becomes }) => `${source.name}:${line} ${literal} → ${becomes}`)).toEqual(
    [],
  );
});
