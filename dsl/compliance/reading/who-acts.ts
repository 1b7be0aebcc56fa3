import type { Policy, Rule } from '../../resolve/policy.ts';
import { isOutside } from './authority.ts';
import { inLayer } from './notice-before.ts';

/** Whether it is the school that acts, or nobody is named: not the family, and nobody outside school. */
export function isSchools(policy: Policy, { subject }: Rule): boolean {
  return subject.length === 0 || subject.some((name) => !isFamily(policy, name) && !isOutside(policy, name));
}

/** Whether it is asked of pupils or of the adults of a pupil. */
export function isFamilys(policy: Policy, { subject }: Rule): boolean {
  return subject.some((name) => isFamily(policy, name));
}

export function isFamily(policy: Policy, name: string): boolean {
  if (['parents', 'parent', 'pupil', 'pupils', 'family'].includes(name)) return true;
  return inLayer(policy, name, ({ roles }) => roles)?.found.adults !== undefined;
}
