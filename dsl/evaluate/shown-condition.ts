import type { CompiledCondition } from '../compile/compiled-condition.ts';
import type { CompileContext } from '../compile/context.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Condition } from '../resolve/policy.ts';
import type { Need, Quantity, Truth } from './finding.ts';
import { compileCondition } from '../compile/compile-condition.ts';
import { truthName } from '../compile/truth.ts';
import { countOf, countedSet } from './counted.ts';

/** One thing that must be so, as it stands on the day; of several joined by `or`, its parts beside it. */
export interface ShownCondition {
  readonly words: string;
  readonly holds: Truth;
  /** What would settle it. */
  readonly needs: readonly Need[];
  /** What is counted in it so far, beside what it asks. */
  readonly counts: readonly { readonly words: string; readonly count: Quantity }[];
  /** Any of which is enough; none where it stands alone. */
  readonly anyOf: readonly ShownCondition[];
}

/** A condition as what must be shown, one by one: what is joined by `and` is parted. */
export function shownConditions(
  context: CompileContext,
  condition: Condition,
  days: Timeline,
): readonly ShownCondition[] {
  if (condition.kind === 'all') return condition.parts.flatMap((part) => shownConditions(context, part, days));
  const shown = shownAs(compileCondition(context, condition), days);
  if (condition.kind !== 'any') return [shown];
  const anyOf = condition.parts.map((part) => shownAs(compileCondition(context, part), days));
  return [{ ...shown, counts: [], anyOf }];
}

/** A condition whole. */
export function shownAs(condition: CompiledCondition, days: Timeline): ShownCondition {
  const { asAt } = days;
  const counts = condition.compares.flatMap(({ words, measure }) => {
    const count = countedSet(measure.measure) ? countOf(measure, days, asAt) : null;
    return count ? [{ words, count }] : [];
  });
  return {
    words: condition.words,
    holds: truthName(condition.holds(days, asAt)),
    needs: condition.needs(days, asAt),
    counts: [...new Map(counts.map((each) => [each.words, each])).values()],
    anyOf: [],
  };
}
