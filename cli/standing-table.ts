import { weightOf } from '../dsl/index.ts';
import type { Policy } from '../dsl/index.ts';
import type { Day } from '../register/day.ts';
import { formatDay, formatIsoDay } from '../register/day.ts';
import type { Context } from './context.ts';
import type { ShownRow } from './standing-row.ts';
import { printStandingRow } from './standing-row.ts';

/** A policy beside the law and guidance of a day. */
export interface PolicyStanding {
  readonly policy: Pick<Policy, 'id' | 'title'>;
  readonly day: Day;
  readonly rows: readonly ShownRow[];
  /** What a reader must know of the whole: a day outside the policy's dates, a text that did not read. */
  readonly remarks: readonly string[];
}

/** What is wrong: breaches of law or of statutory guidance. */
export function countWrong(standings: readonly PolicyStanding[]): number {
  return standings.flatMap(({ rows }) => rows).filter((row) => weightOf(row) === 'error').length;
}

/** What is worth a look and fails nothing, as words for the last line: silence is told, so that it never reads as a pass. */
export function remarkWords(standings: readonly PolicyStanding[]): readonly string[] {
  const rows = standings.flatMap((each) => each.rows);
  const silent = rows.filter(({ standing }) => standing === 'silent').length;
  const differs = rows.filter((row) => weightOf(row) === 'warning').length - silent;
  return [
    ...(differs === 0 ? [] : [`${differs} to look at`]),
    ...(silent === 0 ? [] : [`silent on ${silent} ${silent === 1 ? 'provision' : 'provisions'}`]),
  ];
}

export function printStandings(context: Context, standings: readonly PolicyStanding[]): void {
  for (const { policy, day, rows, remarks } of standings) {
    context.out(`${policy.title} (${policy.id}) beside the law and guidance of ${formatDay(day)}\n`);
    for (const remark of remarks) context.out(`${remark}\n`);
    context.out('\n');
    for (const row of rows) context.out(`${printStandingRow(context, row)}\n\n`);
    context.out(`${policy.id}: ${countWords(rows)}\n\n`);
  }
}

function countWords(rows: readonly ShownRow[]): string {
  const counts = [...Map.groupBy(rows, ({ standing }) => standing)];
  return counts.map(([standing, each]) => `${standing} ${each.length}`).join(' · ');
}

/** The rows for a program, one after another. */
export function standingsJson(standings: readonly PolicyStanding[]): readonly unknown[] {
  return standings.flatMap(({ day, rows }) =>
    rows.map((row) => ({
      policy: row.policy,
      asAt: formatIsoDay(day),
      provision: row.provision,
      standing: row.standing,
      why: row.why,
      clause: row.clause,
      policyText: row.policyText,
      beside: row.beside,
      provisionText: row.provisionText,
      value: row.value,
      level: row.level,
      citation: row.citation,
      confidence: row.confidence,
    })),
  );
}
