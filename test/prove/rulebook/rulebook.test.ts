import { expect, test } from 'vitest';
import { england } from '../../../dsl/index.ts';
import { survivingMutants } from './prove-rulebook.ts';
import { rulebookMutants } from './rulebook-mutants.ts';

test('no value, relation or date of the rulebook can be changed by one step without a piece of policy telling it', () => {
  expect(survivingMutants(rulebookMutants(england)).map(({ provision, change }) => `${provision}: ${change}`)).toEqual(
    [],
  );
});
