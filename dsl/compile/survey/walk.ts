import type { Field, Plan } from './plan.ts';

/** One pupil's marks summed by segment. The same object is used for every pupil: nothing is allocated while walking. */
export interface Walk {
  readonly plan: Plan;
  /** Running sums before each segment, and after the last. */
  readonly sums: Float64Array;
  /** Weeks, in order, in which not every day was two present and punctual sessions; `slow` of them. */
  readonly slowWeeks: Int32Array;
  slow: number;
  /** The pupil's days: pairs of bytes from `from`. */
  pairs: Uint16Array;
  from: number;
}

export function newWalk(plan: Plan): Walk {
  return {
    plan,
    sums: new Float64Array(plan.starts.length),
    slowWeeks: new Int32Array(plan.weekStarts.length),
    slow: 0,
    pairs: new Uint16Array(0),
    from: 0,
  };
}

/** The fused pass: one look-up a school day, whatever the policy measures. */
export function walkMarks(walk: Walk, pairs: Uint16Array, from: number): void {
  const { plan, sums, slowWeeks } = walk;
  const { table, starts, weekStarts, present } = plan;
  walk.pairs = pairs;
  walk.from = from;
  let sum = 0;
  let slow = 0;
  let day = 0;
  const weeks = weekStarts.length - 1;
  for (let week = 0; week < weeks; week++) {
    const firstDay = day;
    const before = sum;
    const lastSegment = weekStarts[week + 1]!;
    for (let segment = weekStarts[week]!; segment < lastSegment; segment++) {
      const end = starts[segment + 1]!;
      for (; day < end; day++) sum += table[pairs[from + day]!]!;
      sums[segment + 1] = sum;
    }
    if (sum - before !== (day - firstDay) * present) slowWeeks[slow++] = week;
  }
  walk.slow = slow;
}

/** How many sessions of a class lie in a run of segments, `to` not included: its bits of the difference. */
export function fieldSum(walk: Walk, { oneOverScale, span, oneOverSpan }: Field, from: number, to: number): number {
  const shifted = Math.floor((walk.sums[to]! - walk.sums[from]!) * oneOverScale);
  return shifted - Math.floor(shifted * oneOverSpan) * span;
}
