import type { Policy } from '../../resolve/policy.ts';
import { inLayer } from './notice-before.ts';

/** Whether a name is the local authority, or one of its officers or services: a role or service outside the school. */
export function isOfAuthority(policy: Policy, name: string): boolean {
  if (name === 'local-authority') return true;
  return isOutside(policy, name) || inLayer(policy, name, ({ services }) => services) !== undefined;
}

/** A role of the authority, a court or a service; not one of the school or of the family. */
export function isOutside(policy: Policy, name: string): boolean {
  return name === 'local-authority' || inLayer(policy, name, ({ roles }) => roles)?.found.outside === true;
}
