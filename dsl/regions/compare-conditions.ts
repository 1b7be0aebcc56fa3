import type { ComparisonSettings, RegionComparison, Side } from './comparison.ts';
import type { Difference } from './difference.ts';
import { partWays } from './part-ways.ts';
import { witnessOf } from './witness.ts';

/**
 * How two conditions compare over all registers: by what they do, not by what they print. What people judge or log is given,
 * the same for both sides. A condition that a register leaves undetermined parts nobody. Each difference is shown by the
 * smallest register that has it. Never throws: what is beyond the analysis cannot be compared, and says why.
 */
export function compareConditions(left: Side, right: Side, settings: ComparisonSettings): RegionComparison {
  const parting = partWays(left, right, settings);
  const witness = (difference: Difference, { codes }: Side) =>
    witnessOf(difference, codes, settings.policy ?? left.policy?.id);
  switch (parting.kind) {
    case 'same':
    case 'cannot be compared':
      return parting;
    case 'tighter':
      return { kind: 'tighter', onlyLeft: witness(parting.onlyLeft, left) };
    case 'looser':
      return { kind: 'looser', onlyRight: witness(parting.onlyRight, right) };
    case 'neither': {
      const { onlyLeft, onlyRight } = parting;
      return { kind: 'neither', onlyLeft: witness(onlyLeft, left), onlyRight: witness(onlyRight, right) };
    }
  }
}
