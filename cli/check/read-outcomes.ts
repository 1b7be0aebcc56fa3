import { checkCompliance, england, readPolicies, standingChanges, standingDiffers } from '../../dsl/index.ts';
import type { Diagnostic, Policy, Source, StandingRow } from '../../dsl/index.ts';
import { ownOutlines } from '../../letters/outlines.generated.ts';
import { papersWanted } from '../../letters/papers-wanted.ts';
import { inForce } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import { formatDay } from '../../register/day.ts';
import type { CheckQuestion, DaysAsked } from './days-asked.ts';
import { isTold } from './outcome.ts';
import type { FileOutcome, JudgedDay, KeptRow, PolicyOutcome, StandingOutcome, ToldDiagnostic } from './outcome.ts';

export { headOf } from '../../dsl/index.ts';

/**
 * Reads files that are read together, and says of each what checking it came to on the days asked about. Only those asked
 * about are held beside the law.
 */
export function readOutcomes(
  sources: readonly Source[],
  asked: ReadonlySet<Source>,
  { days, rows }: CheckQuestion,
): readonly FileOutcome[] {
  const set = readPolicies(sources, {
    rulebook: england,
    templates: new Set(ownOutlines.map(({ paper }) => paper)),
    ...(days.kind === 'day' ? { asAt: days.day } : {}),
  });
  const told = Map.groupBy(set.diagnostics, ({ source }) => source);
  const policies = new Map([...set.policies.values()].map((policy) => [policy.source, policy]));
  return sources.map((source, index) => {
    const diagnostics = told.get(source) ?? [];
    const policy = policies.get(source);
    const standing = policy && asked.has(source) ? standingOf(policy, days, diagnostics) : undefined;
    const kept = standing && rows === 'told' ? onlyTold(standing) : standing;
    return {
      head: set.heads[index]!,
      diagnostics: diagnostics.map(asTold),
      policy: policy && outcomeOf(policy, kept),
    };
  });
}

function outcomeOf(policy: Policy, standing: PolicyOutcome['standing']): PolicyOutcome {
  const { id, title, place } = policy;
  const papers = [...papersWanted([policy])].map(([name, { includes }]) => [name, { includes }] as const);
  return { id, title, declared: { file: place.source.name, span: place.span }, papers, standing };
}

/** A policy of another nation is refused, not judged. */
function standingOf(policy: Policy, asked: DaysAsked, diagnostics: readonly Diagnostic[]): StandingOutcome | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => code === 'not-england')) return null;
  const workedOut = asked.kind === 'own and today' ? asked.today : undefined;
  const judged = daysOf(policy, asked);
  if (errors.length === 0) return { workedOut, judged };
  const unread = 'Part of this policy did not read, so what it says may be more than was found.';
  return { workedOut, judged: judged.map((each) => ({ ...each, remarks: [...each.remarks, unread] })) };
}

/** Most rows say nothing, and are nine parts in ten of what is kept. */
function onlyTold({ workedOut, judged }: StandingOutcome): StandingOutcome {
  return { workedOut, judged: judged.map((day) => ({ ...day, rows: day.rows.filter(isTold) })) };
}

function daysOf(policy: Policy, asked: DaysAsked): readonly JudgedDay<KeptRow>[] {
  switch (asked.kind) {
    case 'day':
      return [judgedOn(policy, asked.day, 'asked', checkCompliance(policy, england, asked.day))];
    case 'own and today':
      return ownAndToday(policy, asked.today);
    case 'range':
      return changesOver(policy, asked);
  }
}

/** Today is told where it comes after the policy’s own first day, and then only what is other than on that day. */
function ownAndToday(policy: Policy, today: Day): readonly JudgedDay<KeptRow>[] {
  const own = policy.inForce.from ?? today;
  const then = checkCompliance(policy, england, own);
  const first = judgedOn(policy, own, policy.inForce.from === undefined ? 'undated' : 'own', then);
  if (today <= own) return [first];
  const before = new Map(then.map((row) => [row.provision, row]));
  const isOther = (row: StandingRow): boolean => {
    const was = before.get(row.provision);
    return was === undefined || standingDiffers(was, row);
  };
  const now = checkCompliance(policy, england, today, isOther);
  return [first, { ...judgedOn(policy, today, 'today', now), rows: now.filter(isOther).map(kept) }];
}

function changesOver(policy: Policy, run: { readonly from: Day; readonly to: Day }): readonly JudgedDay<KeptRow>[] {
  const { first, later } = standingChanges(policy, england, run);
  return [
    judgedOn(policy, run.from, 'asked', first),
    ...later.map(({ day, rows, changes }) => ({
      ...judgedOn(policy, day, 'change', rows),
      rows: changes.flatMap(({ is }) => (is === null ? [] : [kept(is)])),
      changes: changes.map(({ provision, was, is, because }) => ({
        provision,
        was: was?.standing ?? null,
        is: is?.standing ?? null,
        because,
      })),
    })),
  ];
}

function judgedOn(
  policy: Policy,
  day: Day,
  by: JudgedDay<KeptRow>['by'],
  rows: readonly StandingRow[],
): JudgedDay<KeptRow> {
  const counts = Object.fromEntries(
    [...Map.groupBy(rows, ({ standing }) => standing)].map(([standing, each]) => [standing, each.length]),
  );
  const remarks = [policy, ...policy.under].flatMap((each) => outOfForce(each, day));
  const silent = rows.filter(({ standing }) => standing === 'silent').map(({ provision }) => provision);
  return { day, by, rows: rows.map(kept), changes: [], counts, silent, remarks };
}

function kept({ place, ...row }: StandingRow): KeptRow {
  return { ...row, place: place && { file: place.source.name, span: place.span } };
}

function outOfForce({ title, inForce: dates }: Policy, day: Day): readonly string[] {
  if (inForce(dates, day)) return [];
  const runs = [
    dates.from === undefined ? '' : ` from ${formatDay(dates.from)}`,
    dates.to === undefined ? '' : ` to ${formatDay(dates.to)}`,
  ];
  return [`${title} is not in force on that day; it runs${runs.join('')}.`];
}

function asTold({ code, severity, message, span, related, fixes }: Diagnostic): ToldDiagnostic {
  return {
    code,
    severity,
    message,
    span,
    related: related.map((each) => ({ message: each.message, file: each.source.name, span: each.span })),
    fixes,
  };
}
