import type { Day } from '../../register/day.ts';
import { compileCondition } from '../compile/compile-condition.ts';
import { compilePolicy } from '../compile/compile.ts';
import type { Truth } from '../compile/needs.ts';
import type { PupilCase } from '../compile/timeline.ts';
import { timeline } from '../compile/timeline.ts';
import { truthName } from '../compile/truth.ts';
import type { Condition, Policy } from '../resolve/policy.ts';

/** Whether each of some conditions, in the names of a policy, holds of a pupil at the end of a day. */
export function holdsOf(
  policy: Policy,
  conditions: readonly Condition[],
  about: PupilCase,
  day: Day,
): readonly Truth[] {
  const { classes, layers } = compilePolicy(policy);
  const compiled = conditions.map((condition) => compileCondition(layers[0]!.context, condition));
  const line = timeline(about, day, classes);
  return compiled.map((each) => truthName(each.holds(line, day)));
}
