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

/** The layer that a written name speaks of, and its name there: `halton.ewo` below Halton. Any other is the policy’s own. */
export function inItsLayer(policy: Policy, name: string): { readonly policy: Policy; readonly name: string } {
  const dot = name.indexOf('.');
  if (dot <= 0) return { policy, name };
  const id = name.slice(0, dot);
  const above = withLayers(policy).find((each) => each !== policy && each.id === id);
  return above ? { policy: above, name: name.slice(dot + 1) } : { policy, name };
}
