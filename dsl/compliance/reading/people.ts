import type { Policy } from '../../resolve/policy.ts';
import { inLayer } from './notice-before.ts';

/** What a layer calls whom it names: a role by its title, those of the language by their words. */
export function whoIs(policy: Policy, name: string): string {
  return inLayer(policy, name, ({ roles }) => roles)?.found.title ?? name.replaceAll('-', ' ');
}
