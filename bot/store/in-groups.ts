/** Rows of one insert. SQLite takes 32,766 values in a statement, PostgreSQL 65,535. */
export const rowsAtOnce = 500;

export function* inGroups<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
