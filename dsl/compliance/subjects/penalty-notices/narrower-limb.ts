import type { Condition } from '../../../resolve/policy.ts';
import type { Question } from '../../subject.ts';
import type { Limb } from './penalty-limbs.ts';
import { comparedOnDay } from '../../region-verdict.ts';

/**
 * Whether a ground of another kind, a run of days or sessions, is reached only by those who have reached the threshold in
 * force already: beside a threshold such a ground passes nobody over. Five whole school days in a row are ten sessions, and
 * lie in any window that so many school days cannot leave.
 */
export function isNarrower(question: Question, limb: Limb, required: Condition): boolean {
  if (limb.kind !== 'count' || limb.count.window.kind !== 'in a row') return false;
  return comparedOnDay(question, limb.test, required).kind === 'looser';
}
