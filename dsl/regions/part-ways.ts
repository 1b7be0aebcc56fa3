import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { ComparisonSettings, Side } from './comparison.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Difference } from './difference.ts';
import { smallestDifference } from './difference.ts';
import { termsOf } from './terms.ts';
import type { Plain } from './variants.ts';
import { variantsOf } from './variants.ts';

/** Where two conditions part ways, each difference as the cells of a register; see `compareConditions`. */
export type Parting =
  | { readonly kind: 'same' }
  | { readonly kind: 'tighter'; readonly onlyLeft: Difference }
  | { readonly kind: 'looser'; readonly onlyRight: Difference }
  | { readonly kind: 'neither'; readonly onlyLeft: Difference; readonly onlyRight: Difference }
  | { readonly kind: 'cannot be compared'; readonly why: string };

/**
 * How two conditions compare over all registers. Where a side can be read in more than one way, all readings must compare
 * alike, each with the other side's of the same place where there are as many. Never throws: what is beyond the analysis
 * cannot be compared, and says why.
 */
export function partWays(left: Side, right: Side, settings: ComparisonSettings): Parting {
  if (left.condition === right.condition && left.policy === right.policy && left.codes === right.codes)
    return { kind: 'same' };
  try {
    const [first, ...rest] = pairsOf(left, right, settings).map(([one, other]) =>
      partPlain({ plain: one, codes: left.codes }, { plain: other, codes: right.codes }, settings),
    );
    const unlike = rest.find(({ kind }) => kind !== first!.kind);
    if (!unlike) return first!;
    const why = `it can be read in more than one way: on one it is ${words[first!.kind]}, on another ${words[unlike.kind]}`;
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

function pairsOf(left: Side, right: Side, { day }: ComparisonSettings): readonly (readonly [Plain, Plain])[] {
  const lefts = variantsOf(left, day);
  const rights = variantsOf(right, day);
  return lefts.length === rights.length
    ? lefts.map((each, index) => [each, rights[index]!])
    : lefts.flatMap((each) => rights.map((other): readonly [Plain, Plain] => [each, other]));
}

interface PlainSide {
  readonly plain: Plain;
  readonly codes: readonly AttendanceCode[];
}

function partPlain(left: PlainSide, right: PlainSide, { day, over }: ComparisonSettings): Parting {
  const letters = [...new Set([...left.codes, ...right.codes].map(({ code }) => code))];
  const only = (yes: PlainSide, no: PlainSide): Difference | undefined =>
    smallestDifference(termsOf(yes.plain, yes.codes, true), termsOf(no.plain, no.codes, false), { day, over, letters });
  const onlyLeft = only(left, right);
  const onlyRight = only(right, left);
  if (onlyLeft && onlyRight) return { kind: 'neither', onlyLeft, onlyRight };
  if (onlyLeft) return { kind: 'tighter', onlyLeft };
  return onlyRight ? { kind: 'looser', onlyRight } : { kind: 'same' };
}
