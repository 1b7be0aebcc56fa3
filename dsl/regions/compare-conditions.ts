import type { ComparisonSettings, RegionComparison, Side } from './comparison.ts';

/** How two conditions compare over all registers. */
export function compareConditions(left: Side, right: Side, settings: ComparisonSettings): RegionComparison {
  if (JSON.stringify(left.condition) === JSON.stringify(right.condition)) return { kind: 'same' };
  return { kind: 'cannot be compared', why: `“${left.condition.words}” on ${settings.day} is not yet read` };
}
