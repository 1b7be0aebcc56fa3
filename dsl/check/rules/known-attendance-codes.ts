import type { Condition, Measure, Place, Policy } from '../../resolve/policy.ts';
import type { CheckingRule } from '../rule.ts';
import { formatDay } from '../../../register/day.ts';
import { diagnostic } from '../../text/report.ts';

/**
 * known-attendance-codes: every code a policy names is one that some day of the policy's dates knows (the 2006
 * Regulations' codes before 19 August 2024, SI 2024/208 reg. 10 from then on).
 */
export const knownAttendanceCodes: CheckingRule = ({ policy, rulebook }) => {
  const from = policy.inForce.from ?? rulebook.compiled;
  const { to } = policy.inForce;
  const known = (code: string): boolean =>
    rulebook.codes.some(
      (entry) =>
        entry.code === code &&
        (entry.to === undefined || from <= entry.to) &&
        (entry.from === undefined || to === undefined || entry.from <= to),
    );
  // A measure is put in wherever it is named: its codes are told where it is declared.
  const told = new Set(policy.measures.flatMap(({ measure }) => codesIn(measure)));
  return namings(policy).flatMap(({ codes, place, declares }) =>
    codes
      .filter((code) => !known(code) && (declares === true || !told.has(code)))
      .map((code) => diagnostic('unknown-attendance-code', place.source, place.span, [code, formatDay(from)])),
  );
};

interface Naming {
  readonly codes: readonly string[];
  readonly place: Pick<Place, 'source' | 'span'>;
  readonly declares?: true;
}

function namings(policy: Policy): readonly Naming[] {
  const { source } = policy;
  return [
    ...policy.measures.map(({ measure, place }) => ({ codes: codesIn(measure), place, declares: true as const })),
    ...policy.thresholds.map(({ condition, place }) => ({ codes: codesOf(condition), place })),
    ...policy.bands.map(({ measure, place }) => ({ codes: codesIn(measure), place })),
    ...policy.rewards.map(({ to, place }) => ({ codes: 'condition' in to ? codesOf(to.condition) : [], place })),
    ...policy.ladders.flatMap((ladder) => [
      { codes: ladder.by.kind === 'measure' ? codesIn(ladder.by.measure) : [], place: ladder.place },
      ...ladder.stages.map(({ entry, place }) => ({
        codes: entry && 'condition' in entry ? codesOf(entry.condition) : [],
        place,
      })),
    ]),
    ...policy.rules.map(({ blocks, guards, place }) => ({
      codes: [...blocks, ...guards].flatMap(({ condition }) => codesOf(condition)),
      place,
    })),
    ...policy.halfDays.flatMap((half) => half.rows.map(entered)),
    ...policy.papers.flatMap((paper) => paper.rows.map(entered)),
    ...policy.examples.flatMap((example) =>
      example.supposed.map(({ what, span }) => ({
        codes: what.kind === 'marks' ? [what.code] : [],
        place: { source, span },
      })),
    ),
  ];
}

function entered(row: Policy['halfDays'][number]['rows'][number] | Policy['papers'][number]['rows'][number]): Naming {
  return { codes: row.enters.kind === 'code' ? [row.enters.code] : [], place: row.place };
}

function codesOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(codesOf);
    case 'readings':
      return condition.readings.flatMap(codesOf);
    case 'not':
    case 'unless':
      return codesOf(condition.part);
    case 'compare':
      return [...codesIn(condition.measure), ...codesIn(condition.to)];
    case 'today':
      return 'codes' in condition.of ? condition.of.codes : [];
    default:
      return [];
  }
}

function codesIn(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'count':
    case 'weeks':
      return 'codes' in measure.of ? measure.of.codes : [];
    case 'ratio':
      return [...codesIn(measure.top), ...codesIn(measure.bottom)];
    case 'highest':
      return codesIn(measure.of);
    case 'readings':
      return measure.of.flatMap(codesIn);
    default:
      return [];
  }
}
