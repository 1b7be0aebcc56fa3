import type { Policy } from '../resolve/policy.ts';

/** Fields that hold words of the language, of people or of the text, and no name of a clause. */
const noNames: ReadonlySet<string> = new Set(
  (
    'source place span words title text texts kind join unit word half ' +
    'comparator strength mode verb which class codes code level under done'
  ).split(' '),
);

/**
 * A policy with names of it exchanged, and under another id: one as it was, under the names of the one as it is, so that what
 * only changed its name reads the same.
 */
export function renamed(policy: Policy, id: string, names: ReadonlyMap<string, string>): Policy {
  if (names.size === 0) return policy.id === id ? policy : { ...policy, id };
  const exchange = (value: unknown, field: string): unknown => {
    if (noNames.has(field)) return value;
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map((each) => exchange(each, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, exchange(each, key)]));
  };
  return { ...(exchange(policy, '') as Policy), id, source: policy.source, under: policy.under };
}
