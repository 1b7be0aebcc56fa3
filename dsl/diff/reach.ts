import type { Condition, Measure, Policy } from '../resolve/policy.ts';
import type { Witness } from '../regions/comparison.ts';
import type { Beside } from './side.ts';
import type { Effect, Way } from './change.ts';
import { conditionLooser } from '../check/refining/condition-looser.ts';
import { meaningOf } from '../check/refining/same-meaning.ts';
import { compareConditions } from '../regions/compare-conditions.ts';
import { effect, families, neither } from './effect.ts';

/** Whether a condition holds of more pupils than it did, or of fewer; `parted`: of some that it did not, and not of all that it did. */
export interface Reach {
  readonly kind: 'same' | 'more' | 'fewer' | 'parted' | 'untold';
  readonly words: string;
  readonly witnesses: Effect['witnesses'];
}

/** Compared over all registers where both can be read so; else clause by clause, as what refines a layer is. */
export function reachOf({ after, before, codes, day }: Beside, is: Condition, was: Condition): Reach {
  if (meaningOf(after, is) === meaningOf(before, was)) return { kind: 'same', words: '', witnesses: [] };
  const side = `“${is.words}”, not “${was.words}”`;
  const byOne = (): Reach => byClauses({ policy: after, condition: is }, { policy: before, condition: was }, side);
  if (isOfOtherDays(is) || isOfOtherDays(was)) return byOne();
  const regions = compareConditions(
    { condition: is, policy: after, codes },
    { condition: was, policy: before, codes },
    { day },
  );
  switch (regions.kind) {
    case 'same':
      return { kind: 'same', words: '', witnesses: [] };
    case 'tighter':
      return { kind: 'more', words: side, witnesses: [shown(regions.onlyLeft, holdsNow)] };
    case 'looser':
      return { kind: 'fewer', words: side, witnesses: [shown(regions.onlyRight, heldBefore)] };
    case 'neither':
      return {
        kind: 'parted',
        words: side,
        witnesses: [shown(regions.onlyLeft, holdsNow), shown(regions.onlyRight, heldBefore)],
      };
    case 'cannot be compared':
      return byOne();
  }
}

const holdsNow = 'comes under it now, and did not before';
const heldBefore = 'came under it before, and does not now';

function shown({ words, case: found }: Witness, what: string): Effect['witnesses'][number] {
  return { words: `${words} ${what}`, case: found };
}

/** What is not stated on the day asked about parts nobody then, and may on another. */
function isOfOtherDays(condition: Condition): boolean {
  return /"kind":"(?:dated|not stated)"/.test(
    JSON.stringify(condition, (field, each: unknown) => (field === 'place' ? undefined : each)),
  );
}

type Said = Parameters<typeof conditionLooser>[0];

function byClauses(is: Said, was: Said, side: string): Reach {
  const [misses, missed] = [conditionLooser(is, was), conditionLooser(was, is)];
  const told = (kind: Reach['kind']): Reach => ({ kind, words: side, witnesses: [] });
  if (misses.length === 0 && missed.length === 0) return told('same');
  if (misses.length === 0) return told('more');
  if (missed.length === 0) return told('fewer');
  return told([...misses, ...missed].some(({ kind }) => kind === 'untold') ? 'untold' : 'parted');
}

/**
 * What a test, a stage or a gate that reaches other pupils than before is for them. One that is reached by absence is a burden,
 * one that is reached by attendance is none; of any other nothing is said but whom it reaches, unless `burden` says so.
 */
export function reachEffects(
  beside: Beside,
  is: Condition,
  was: Condition,
  options: { readonly burden?: 'burden' | 'none'; readonly who?: string; readonly verb?: string } = {},
): readonly Effect[] {
  const reach = reachOf(beside, is, was);
  const { verb = 'reaches' } = options;
  const by = options.burden ?? burdenOf(beside.after, is) ?? burdenOf(beside.before, was);
  const more: Way = by === 'burden' ? 'tighter' : by === 'favour' ? 'looser' : 'neither';
  const fewer: Way = by === 'burden' ? 'looser' : by === 'favour' ? 'tighter' : 'neither';
  const who = options.who ?? families;
  switch (reach.kind) {
    case 'same':
      return [];
    case 'more':
      return [effect(more, who, `it ${verb} more pupils, or earlier: ${reach.words}`, reach.witnesses)];
    case 'fewer':
      return [effect(fewer, who, `it ${verb} fewer pupils, or later: ${reach.words}`, reach.witnesses)];
    case 'parted':
      return [neither(`it ${verb} other pupils: ${reach.words}`, reach.witnesses)];
    case 'untold':
      return [
        neither(`whom it ${verb} is said otherwise, and which of the two takes in more was not found: ${reach.words}`),
      ];
  }
}

type Burden = 'burden' | 'favour' | undefined;

/** Whether a condition comes to hold by absence, or by attendance. */
function burdenOf(policy: Policy, condition: Condition, seen: readonly string[] = []): Burden {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return agreed(condition.parts.map((part) => burdenOf(policy, part, seen)));
    case 'readings':
      return agreed(condition.readings.map((part) => burdenOf(policy, part, seen)));
    case 'not':
    case 'unless':
      return against(burdenOf(policy, condition.part, seen));
    case 'named':
    case 'met': {
      const test = policy.thresholds.find(({ name }) => name === condition.name);
      if (!test || seen.includes(test.name)) return undefined;
      return burdenOf(policy, test.condition, [...seen, test.name]);
    }
    case 'compare': {
      const by = measured(condition.measure);
      if (condition.comparator === 'exactly') return undefined;
      return ['at least', 'more than', 'above'].includes(condition.comparator) ? by : against(by);
    }
    case 'as set':
      return undefined;
    default:
      return undefined;
  }
}

function against(burden: Burden): Burden {
  return burden === undefined ? undefined : burden === 'burden' ? 'favour' : 'burden';
}

function agreed(found: readonly Burden[]): Burden {
  const known = new Set(found.filter((each) => each !== undefined));
  return known.size === 1 ? [...known][0] : undefined;
}

/** Whether more of it is worse. */
function measured(measure: Measure): Burden {
  switch (measure.kind) {
    case 'rate':
      return measure.of === 'absence' ? 'burden' : 'favour';
    case 'count':
    case 'weeks':
      if ('codes' in measure.of) return 'burden';
      return favoured.has(measure.of.class) ? 'favour' : 'burden';
    case 'highest':
    case 'dated':
      return measured(measure.of);
    case 'readings':
      return agreed(measure.of.map(measured));
    case 'ratio':
      return measured(measure.top);
    default:
      return undefined;
  }
}
const favoured: ReadonlySet<string> = new Set(['attended', 'present', 'possible']);
