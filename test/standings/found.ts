import type { Policy, StandingRow } from '../../dsl/index.ts';
import type { DayColumn, GoldenRow } from './golden-table.ts';
import { checkCompliance, england } from '../../dsl/index.ts';
import { isoDay } from '../../register/day.ts';
import { readSchoolPolicies } from '../support/school-policies.ts';
import { clauseCell, dayColumns, notThere } from './golden-table.ts';

export type FoundRow = Pick<GoldenRow, 'policy' | 'on' | 'clause'>;

/** The policies of the repository by their ids, in the order of the alphabet. */
export const policies: readonly Policy[] = [...readSchoolPolicies().policies.values()].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** The ids of the rulebook, in its order, each once. */
export const provisionIds: readonly string[] = [...new Set(england.provisions.map(({ id }) => id))];

/** How every policy stands against a provision, as a golden table would say it. */
export function foundRows(provision: string): readonly FoundRow[] {
  return policies.map((policy) => {
    const rows = dayColumns.map((column) => standingRows(policy, column).get(provision));
    const [own, first, last] = rows.map((row) => row?.standing ?? notThere);
    const deciding = rows.findLast((row) => row !== undefined);
    return {
      policy: policy.id,
      on: { 'own date': own!, '2024-09-01': first!, '2026-11-22': last! },
      clause: deciding ? clauseCell(deciding) : notThere,
    };
  });
}

/** What the program says of it, day by day: the draft of a reason is never written from it. */
export function foundWhys(policy: string, provision: string): string {
  const found = policies.find(({ id }) => id === policy)!;
  return dayColumns
    .flatMap((column) => {
      const row = standingRows(found, column).get(provision);
      return row ? [`  ${column}: ${row.standing}, ${clauseCell(row)}: ${row.why}`] : [];
    })
    .join('\n');
}

const kept = new Map<string, ReadonlyMap<string, StandingRow>>();

/** A policy's own date is its first day in force; one that prints none has no row for it. */
function standingRows(policy: Policy, column: DayColumn): ReadonlyMap<string, StandingRow> {
  const key = `${policy.id} ${column}`;
  const known = kept.get(key);
  if (known) return known;
  const day = column === 'own date' ? policy.inForce.from : isoDay(column);
  const rows = day === undefined ? [] : checkCompliance(policy, england, day);
  const found = new Map(rows.map((row) => [row.provision, row]));
  kept.set(key, found);
  return found;
}
