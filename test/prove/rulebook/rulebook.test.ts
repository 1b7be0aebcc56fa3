import { expect, test } from 'vitest';
import { mutantsToTell, survivingMutants } from './prove-rulebook.ts';

test('no value, relation or date of the rulebook can be changed by one step without a piece of policy telling it', () => {
  expect(survivingMutants(mutantsToTell()).map(({ provision, change }) => `${provision}: ${change}`)).toEqual([]);
});
