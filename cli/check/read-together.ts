import type { PolicyHead } from '../../dsl/index.ts';

/**
 * Parts files into those that are read together: what is said of one may rest on the layers it is under, on the policies
 * under it (they use its names), and on a file that has the same id. Gives their places in the list, in its order.
 */
export function readTogether(heads: readonly PolicyHead[]): readonly (readonly number[])[] {
  const groups: { readonly names: Set<string>; readonly members: number[] }[] = [];
  heads.forEach(({ id, under }, index) => {
    const names = [id, ...under];
    const joined = groups.filter((group) => names.some((name) => group.names.has(name)));
    const [first = { names: new Set<string>(), members: [] }, ...others] = joined;
    if (joined.length === 0) groups.push(first);
    for (const name of names) first.names.add(name);
    first.members.push(index);
    for (const other of others) {
      for (const name of other.names) first.names.add(name);
      first.members.push(...other.members);
      groups.splice(groups.indexOf(other), 1);
    }
  });
  return groups.map(({ members }) => members.toSorted((a, b) => a - b));
}
