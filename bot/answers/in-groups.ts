import type { Group } from './answer.ts';

/** Remarks, then groups that have lines, and all of it once more as lines for doors that know nothing of groups. */
export function inGroups(
  remarks: readonly string[],
  all: readonly Group[],
): { readonly remarks: readonly string[]; readonly groups: readonly Group[]; readonly lines: readonly string[] } {
  const groups = all.filter(({ lines }) => lines.length > 0);
  return {
    remarks,
    groups,
    lines: [...remarks, ...groups.flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)])],
  };
}
