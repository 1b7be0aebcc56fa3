import { headline, keyed, paints, usualWidth } from '../../dsl/index.ts';
import type { Standing } from '../../dsl/index.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import { formatDay } from '../../register/day.ts';
import type { Found } from '../check/found.ts';
import { isTold } from '../check/outcome.ts';
import type { JudgedDay } from '../check/outcome.ts';
import type { CheckReport, PolicyReport } from '../check/report.ts';
import type { Context } from '../context.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { ShownRow } from '../standing-row.ts';
import { summaryLine } from './summary-line.ts';
import { countWords } from './found-words.ts';
import { printStandingRow } from '../standing-row.ts';

/**
 * A check for a terminal: what is wrong with the texts; of each policy what is wrong or worth a look beside the law of each
 * day, then one line of counts; at the end one line of all.
 */
export function printPretty(context: Pick<Context, 'out' | 'colour' | 'columns'>, report: CheckReport): void {
  const isNew = (kind: Found['kind']) => report.found.filter((each) => each.kind === kind && !each.known);
  const diagnostics = report.found.filter(({ kind }) => kind === 'diagnostic');
  printDiagnostics(
    context,
    report.diagnostics.filter((_, index) => !diagnostics[index]!.known),
  );
  const templates = report.found.filter(({ kind }) => kind === 'template');
  report.templates.forEach((problem, index) => {
    if (!templates[index]!.known) context.out(`error  ${printProblem(problem)}\n\n`);
  });
  const told = new Map(isNew('standing').flatMap((each) => (each.quiet ? [] : [[each.row!, each] as const])));
  for (const policy of report.policies) {
    for (const index of policy.judged.keys()) printDay(context, policy, index, told);
  }
  for (const each of report.found.filter(({ kind }) => kind === 'baseline')) {
    context.out(`baseline  ${each.message}    ${each.at.file}:${each.at.start.line}:${each.at.start.column}\n`);
  }
  context.out(`${summaryLine(report)}\n`);
}

function printDay(
  context: Pick<Context, 'out' | 'colour' | 'columns'>,
  policy: PolicyReport,
  index: number,
  told: ReadonlyMap<ShownRow, Found>,
): void {
  const judged = policy.judged[index]!;
  const saidBefore = policy.judged[index - 1]?.remarks ?? [];
  const rows = judged.rows.filter((row) => told.has(row));
  const spoken = rows.filter(({ standing }) => standing !== 'silent').sort(gravestFirst(told));
  const unsaid = rows.filter(({ standing }) => standing === 'silent');
  if (judged.by === 'today' && rows.length === 0) return;
  if (judged.by === 'change') printChanges(context, policy, judged);
  else context.out(`${heading(policy, judged)}\n`);
  for (const remark of judged.remarks) if (!saidBefore.includes(remark)) context.out(`${remark}\n`);
  context.out('\n');
  for (const row of spoken) context.out(`${printStandingRow(context, row, told.get(row)!.weight)}\n\n`);
  for (const { provision: id, why: text } of unsaid) {
    const paint = paints(context.colour)['warning'];
    context.out(`${headline({ word: 'silent', id, text, where: undefined }, context.columns ?? usualWidth, paint)}\n`);
  }
  if (unsaid.length > 0) context.out('\n');
  context.out(`${policy.id}, ${formatDay(judged.day)}: ${countWords(judged.counts)}\n\n`);
}

const graveness = ['error', 'warning', 'information'] as const;

function gravestFirst(told: ReadonlyMap<ShownRow, Found>): (a: ShownRow, b: ShownRow) => number {
  const rank = (row: ShownRow): number => graveness.indexOf(told.get(row)!.weight);
  return (a, b) => rank(a) - rank(b);
}

function heading({ id, title }: PolicyReport, { day, by }: JudgedDay<ShownRow>): string {
  const law = `${title} (${id}) beside the law and guidance of ${formatDay(day)}`;
  if (by === 'own') return `${law}, its first day in force`;
  if (by === 'undated') return `${law}, today: it does not say from when it is in force`;
  return by === 'today' ? `${law}, today: what is other than on its first day` : law;
}

/**
 * The day, and why each provision changes on it that is breached or contradicted, or was; the rest by how they change, for a
 * change of law brings dozens that a policy meets or is silent on.
 */
function printChanges(
  { out, columns }: Pick<Context, 'out' | 'columns'>,
  { id }: PolicyReport,
  { day, changes, rows }: JudgedDay<ShownRow>,
): void {
  const width = columns ?? usualWidth;
  out(`${formatDay(day)}: ${id}\n`);
  const weighs = new Set(rows.filter(isTold).map(({ provision }) => provision));
  const apart = changes.filter(
    ({ provision, was }) => weighs.has(provision) || was === 'breaches' || was === 'contradicts itself',
  );
  for (const { provision, was, is, because } of apart) {
    out(`${keyed('', `${provision}: ${was === is ? `still ${is}` : wayWords(was, is)}. ${because}`, width)}\n`);
  }
  const others = changes.filter((each) => !apart.includes(each));
  for (const [way, each] of Map.groupBy(others, ({ was, is }) => wayWords(was, is))) {
    out(`${keyed('', `${way}: ${each.map(({ provision }) => provision).join(', ')}`, width)}\n`);
  }
}

function wayWords(was: Standing | null, is: Standing | null): string {
  if (was === null) return `new, ${is}`;
  if (is === null) return `ended, ${was}`;
  return was === is ? `still ${is}, and the law changed` : `${was} → ${is}`;
}
