import type { ComparisonSettings, RegionComparison, Side, Witness } from './comparison.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import { smallestDifference } from './difference.ts';
import { termsOf } from './terms.ts';
import type { Plain } from './variants.ts';
import { variantsOf } from './variants.ts';
import { witnessOf } from './witness.ts';

/**
 * How two conditions compare over all registers: by what they do, not by what they print. What people judge or log is given,
 * the same for both sides. Where a side can be read in more than one way, all readings must compare alike, each with the
 * other side's of the same place where there are as many. A condition that a register leaves undetermined parts nobody.
 * Never throws: what is beyond the analysis cannot be compared, and says why.
 */
export function compareConditions(left: Side, right: Side, settings: ComparisonSettings): RegionComparison {
  if (left.condition === right.condition && left.policy === right.policy && left.codes === right.codes)
    return { kind: 'same' };
  try {
    const lefts = variantsOf(left, settings.day);
    const rights = variantsOf(right, settings.day);
    const pairs =
      lefts.length === rights.length
        ? lefts.map((each, index) => [each, rights[index]!] as const)
        : lefts.flatMap((each) => rights.map((other) => [each, other] as const));
    const found = pairs.map(([one, other]) => comparePlain(left, one, right, other, settings));
    if (new Set(found.map(({ kind }) => kind)).size === 1) return found[0]!;
    const why = `it can be read in more than one way: on one it is ${words[found[0]!.kind]}, on another ${words[found.find(({ kind }) => kind !== found[0]!.kind)!.kind]}`;
    return { kind: 'cannot be compared', why };
  } catch (error) {
    if (error instanceof CannotBeCompared || error instanceof RangeError)
      return { kind: 'cannot be compared', why: error.message };
    throw error;
  }
}

const words = {
  same: 'the same',
  tighter: 'tighter',
  looser: 'looser',
  neither: 'neither tighter nor looser',
  'cannot be compared': 'not comparable',
} as const;

function comparePlain(
  left: Side,
  leftPlain: Plain,
  right: Side,
  rightPlain: Plain,
  settings: ComparisonSettings,
): RegionComparison {
  const letters = [...new Set([...left.codes, ...right.codes].map(({ code }) => code))];
  const setting = { day: settings.day, letters };
  const terms = (side: Side, plain: Plain, holds: boolean) => termsOf(plain, side.codes, holds);
  const only = (yes: Side, yesPlain: Plain, no: Side, noPlain: Plain): Witness | undefined => {
    const found = smallestDifference(terms(yes, yesPlain, true), terms(no, noPlain, false), setting);
    return found && witnessOf(found, yes.codes, settings.policy ?? left.policy?.id);
  };
  const onlyLeft = only(left, leftPlain, right, rightPlain);
  const onlyRight = only(right, rightPlain, left, leftPlain);
  if (onlyLeft && onlyRight) return { kind: 'neither', onlyLeft, onlyRight };
  if (onlyLeft) return { kind: 'tighter', onlyLeft };
  return onlyRight ? { kind: 'looser', onlyRight } : { kind: 'same' };
}
