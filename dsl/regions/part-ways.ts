import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { ComparisonSettings, Side } from './comparison.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Difference } from './difference.ts';
import { isDifferent, smallestDifference } from './difference.ts';
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
  return orWhyNot(() => partPairs(pairsOf(left, right, settings), (...pair) => partPlain(...pair, settings)));
}

/** How they part, without a register that shows it. */
export type Stance = { readonly kind: Exclude<Parting['kind'], 'cannot be compared'> } | Incomparable;

/** The kind of `partWays`, which is found sooner than the smallest registers. */
export function stanceOf(left: Side, right: Side, settings: ComparisonSettings): Stance {
  return orWhyNot(() => partPairs(pairsOf(left, right, settings), (...pair) => stancePlain(...pair, settings)));
}

/**
 * The smallest register on which the first holds and the second does not, as `partWays` has it; undefined where there is none,
 * or where they cannot be compared.
 */
export function onlyFirst(first: Side, second: Side, settings: ComparisonSettings): Difference | undefined {
  const found = orWhyNot((): Parting => {
    const pairs = pairsOf(first, second, settings);
    const [only, ...rest] = pairs;
    if (rest.length > 0) return partPairs(pairs, (...pair) => partPlain(...pair, settings));
    const onlyLeft = smallestOf(...only!, lettersOf(...only!), settings);
    return onlyLeft ? { kind: 'tighter', onlyLeft } : { kind: 'same' };
  });
  return 'onlyLeft' in found ? found.onlyLeft : undefined;
}

type Incomparable = Extract<Parting, { readonly kind: 'cannot be compared' }>;

function orWhyNot<Found>(compare: () => Found): Found | Incomparable {
  try {
    return compare();
  } catch (error) {
    if (error instanceof CannotBeCompared || error instanceof RangeError)
      return { kind: 'cannot be compared', why: error.message };
    throw error;
  }
}

function partPairs<Found extends { readonly kind: Parting['kind'] }>(
  pairs: readonly Pair[],
  part: (...pair: Pair) => Found,
): Found | Incomparable {
  const [first, ...rest] = pairs.map((pair) => part(...pair));
  const unlike = rest.find(({ kind }) => kind !== first!.kind);
  if (!unlike) return first!;
  const why = `it can be read in more than one way: on one it is ${words[first!.kind]}, on another ${words[unlike.kind]}`;
  return { kind: 'cannot be compared', why };
}

const words = {
  same: 'the same',
  tighter: 'tighter',
  looser: 'looser',
  neither: 'neither tighter nor looser',
  'cannot be compared': 'not comparable',
} as const;

interface PlainSide {
  readonly plain: Plain;
  readonly codes: readonly AttendanceCode[];
}

type Pair = readonly [left: PlainSide, right: PlainSide];

function pairsOf(left: Side, right: Side, { day }: ComparisonSettings): readonly Pair[] {
  const lefts = variantsOf(left, day).map((plain) => ({ plain, codes: left.codes }));
  const rights = variantsOf(right, day).map((plain) => ({ plain, codes: right.codes }));
  return lefts.length === rights.length
    ? lefts.map((each, index) => [each, rights[index]!])
    : lefts.flatMap((each) => rights.map((other): Pair => [each, other]));
}

function partPlain(left: PlainSide, right: PlainSide, settings: ComparisonSettings): Parting {
  const letters = lettersOf(left, right);
  const onlyLeft = smallestOf(left, right, letters, settings);
  const onlyRight = smallestOf(right, left, letters, settings);
  if (onlyLeft && onlyRight) return { kind: 'neither', onlyLeft, onlyRight };
  if (onlyLeft) return { kind: 'tighter', onlyLeft };
  return onlyRight ? { kind: 'looser', onlyRight } : { kind: 'same' };
}

function stancePlain(left: PlainSide, right: PlainSide, settings: ComparisonSettings): Stance {
  const setting = { ...settings, letters: lettersOf(left, right) };
  const isOnly = (yes: PlainSide, no: PlainSide): boolean =>
    isDifferent(termsOf(yes.plain, yes.codes, true), termsOf(no.plain, no.codes, false), setting);
  const [onlyLeft, onlyRight] = [isOnly(left, right), isOnly(right, left)];
  if (onlyLeft) return { kind: onlyRight ? 'neither' : 'tighter' };
  return { kind: onlyRight ? 'looser' : 'same' };
}

function lettersOf(left: PlainSide, right: PlainSide): readonly string[] {
  return [...new Set([...left.codes, ...right.codes].map(({ code }) => code))];
}

function smallestOf(
  yes: PlainSide,
  no: PlainSide,
  letters: readonly string[],
  { day, over }: ComparisonSettings,
): Difference | undefined {
  const setting = { day, over, letters };
  return smallestDifference(termsOf(yes.plain, yes.codes, true), termsOf(no.plain, no.codes, false), setting);
}
