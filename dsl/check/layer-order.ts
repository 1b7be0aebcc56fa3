/** How a policy is known, and the layers it says it is under, by theirs. */
export interface PolicyHead {
  readonly id: string;
  readonly under: readonly string[];
}

/**
 * The ids of policies in the order in which they are read: each after the layers it is under, otherwise as given. Where
 * layers go in a circle, the one that comes back to a policy is left for its own turn. Of two with one id the first counts.
 */
export function layerOrder(heads: readonly PolicyHead[]): readonly string[] {
  const byId = new Map<string, PolicyHead>();
  for (const head of heads) if (!byId.has(head.id)) byId.set(head.id, head);
  const order = new Set<string>();
  const visited = new Set<string>();
  const visit = (id: string): void => {
    if (visited.has(id)) return;
    visited.add(id);
    const head = byId.get(id);
    if (!head) return;
    for (const name of head.under) visit(name);
    order.add(id);
  };
  for (const id of byId.keys()) visit(id);
  return [...order];
}
