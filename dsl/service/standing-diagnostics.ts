import type { Day } from '../../register/day.ts';
import type { PolicySet } from '../check/read-policies.ts';
import type { StandingFix, StandingRow } from '../compliance/standing.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Severity } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { checkCompliance, checkProvision } from '../compliance/compliance.ts';
import { weightOf } from '../compliance/standing.ts';

/** Where a policy breaches law or guidance, as a mistake in its text. */
export interface StandingDiagnostic {
  /** Id of the provision, in place of a code. */
  readonly provision: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source: Source;
  readonly span: Span;
  /** Where the text that it cites can be read. */
  readonly link: string | null;
  /** The same, by the same ids, as the command offers. */
  readonly fixes: readonly StandingFix[];
}

/**
 * The breaches of one document, on the day of today that lies in its policy's dates; what only a later law made of it is a
 * warning. Each stands at the very value. Nothing is said of a text with mistakes in it, which would be told twice, nor of a
 * clause of another document, which tells its own.
 */
export function standingDiagnostics(
  source: Source,
  { policies, diagnostics }: PolicySet,
  rulebook: Rulebook,
  today: Day,
): readonly StandingDiagnostic[] {
  const policy = [...policies.values()].find((each) => each.source === source);
  const mistaken = diagnostics.some((each) => each.source === source && each.severity === 'error');
  if (!policy || mistaken) return [];
  const day = within(policy, today);
  return rowsOf(policy, rulebook, day).flatMap((row): readonly StandingDiagnostic[] => {
    const { place, standing, provision, why, value, citation, level, confidence, link, fixes } = row;
    if (place?.source !== source || (standing !== 'breaches' && standing !== 'contradicts itself')) return [];
    const law = `${provision}, ${level}: ${value}. ${citation} (${confidence}).`;
    const span = valueSpan(row) ?? firstLine(source, place.span);
    return [
      {
        provision,
        severity: weightHere(policy, rulebook, day, row),
        message: `${why}\n${law}`,
        source,
        span,
        link,
        fixes,
      },
    ];
  });
}

const known = new WeakMap<Policy, { readonly day: Day; readonly rows: readonly StandingRow[] }>();

/** A policy never changes: what was made of one is kept for as long as it is. */
function rowsOf(policy: Policy, rulebook: Rulebook, day: Day): readonly StandingRow[] {
  const before = known.get(policy);
  if (before?.day === day) return before.rows;
  const rows = checkCompliance(policy, rulebook, day);
  known.set(policy, { day, rows });
  return rows;
}

function within({ inForce: { from, to } }: Policy, today: Day): Day {
  if (from !== undefined && today < from) return from;
  return to !== undefined && today > to ? to : today;
}

function weightHere(policy: Policy, rulebook: Rulebook, day: Day, row: StandingRow): Severity {
  const weight = weightOf(row);
  const { from } = policy.inForce;
  if (weight !== 'error' || from === undefined || from === day) return weight;
  const was = checkProvision(policy, rulebook, from, row.provision);
  return was?.standing === 'breaches' ? weight : 'warning';
}

/** The words that another value would stand in place of. */
function valueSpan({ fixes, place }: StandingRow): Span | undefined {
  return fixes
    .find(({ id }) => id === 'change-value')
    ?.edits.find(
      ({ file, span }) => file === place?.source.name && place.span.start <= span.start && span.end <= place.span.end,
    )?.span;
}

function firstLine({ text }: Source, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: lineEnd === -1 ? end : Math.min(end, lineEnd) };
}
