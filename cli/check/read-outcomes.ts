import { checkCompliance, england, readPolicies } from '../../dsl/index.ts';
import type { Diagnostic, Policy, Source } from '../../dsl/index.ts';
import { ownOutlines } from '../../letters/outlines.generated.ts';
import { papersWanted } from '../../letters/papers-wanted.ts';
import { inForce } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import { formatDay } from '../../register/day.ts';
import { today } from '../read-day.ts';
import type { FileOutcome, PolicyOutcome, StandingOutcome, ToldDiagnostic } from './outcome.ts';

export { headOf } from '../../dsl/index.ts';

/**
 * Reads files that are read together, and says of each what checking it came to: on the day asked about, or on the
 * policy's own first day in force, or today where it says none. Only those asked about are held beside the law.
 */
export function readOutcomes(
  sources: readonly Source[],
  asked: ReadonlySet<Source>,
  day: Day | undefined,
): readonly FileOutcome[] {
  const set = readPolicies(sources, {
    rulebook: england,
    templates: new Set(ownOutlines.map(({ paper }) => paper)),
    ...(day === undefined ? {} : { asAt: day }),
  });
  const told = Map.groupBy(set.diagnostics, ({ source }) => source);
  const policies = new Map([...set.policies.values()].map((policy) => [policy.source, policy]));
  return sources.map((source, index) => {
    const diagnostics = told.get(source) ?? [];
    const policy = policies.get(source);
    const standing = policy && asked.has(source) ? standingOf(policy, day, diagnostics) : undefined;
    return {
      head: set.heads[index]!,
      diagnostics: diagnostics.map(asTold),
      policy: policy && outcomeOf(policy, standing),
    };
  });
}

function outcomeOf(policy: Policy, standing: PolicyOutcome['standing']): PolicyOutcome {
  const papers = [...papersWanted([policy])].map(([name, { includes }]) => [name, { includes }] as const);
  return { id: policy.id, title: policy.title, papers, standing };
}

/** A policy of another nation is refused, not judged. */
function standingOf(
  policy: Policy,
  asked: Day | undefined,
  diagnostics: readonly Diagnostic[],
): StandingOutcome | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => code === 'not-england')) return null;
  const stated = asked ?? policy.inForce.from;
  const day = stated ?? today();
  const remarks = [policy, ...policy.under].flatMap((each) => outOfForce(each, day));
  if (errors.length > 0) remarks.push('Part of this policy did not read, so what it says may be more than was found.');
  const rows = checkCompliance(policy, england, day).map(({ place, ...row }) => ({
    ...row,
    place: place && { file: place.source.name, span: place.span },
  }));
  return { day, ofToday: stated === undefined, rows, remarks };
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
    fixes: fixes.map(({ title }) => title),
  };
}
