import type { RulebookMutant } from './rulebook-mutants.ts';
import { england } from '../../../dsl/index.ts';
import { expectedWords, pieces, standingsOf } from '../../compliance/fragments.ts';
import { rulebookMutants } from './rulebook-mutants.ts';

/** Changes every compared provision by one step, and prints what no piece of policy (test/compliance) tells. */
export function proveRulebook(): boolean {
  const started = performance.now();
  const mutants = rulebookMutants(england);
  const left = survivingMutants(mutants);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`rulebook: ${mutants.length} mutants, ${left.length} survive (${seconds} s)`);
  for (const { provision, change } of left) console.log(`  ${provision}: ${change}`);
  return left.length === 0;
}

/** The mutants by which every piece of the provision stands as its heading says. */
export function survivingMutants(mutants: readonly RulebookMutant[]): readonly RulebookMutant[] {
  const byProvision = Map.groupBy(pieces, ({ provision }) => provision);
  return mutants.filter(({ provision, rulebook }) =>
    (byProvision.get(provision) ?? []).every((piece) => standingsOf(piece, rulebook) === expectedWords(piece)),
  );
}
