import type { Policy } from './policy.ts';

/** The policy, then the layers above it, nearest first, each once. */
export function withLayers(policy: Policy): readonly Policy[] {
  const found = new Map<string, Policy>();
  const visit = (each: Policy): void => {
    if (found.has(each.id)) return;
    found.set(each.id, each);
    each.under.forEach(visit);
  };
  visit(policy);
  return [...found.values()];
}
