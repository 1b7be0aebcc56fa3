import type { Condition, Measure, Policy } from '../../resolve/policy.ts';
import type { CheckingRule } from '../rule.ts';
import { inForce } from '../../../register/attendance-code.ts';
import { formatDay } from '../../../register/day.ts';
import { diagnostic } from '../../text/report.ts';

/** known-attendance-codes: every code a policy names is in the set in force when the policy begins, or later (SI 2024/208 reg. 10). */
export const knownAttendanceCodes: CheckingRule = ({ policy, rulebook }) => {
  const from = policy.inForce.from ?? rulebook.compiled;
  const known = (code: string): boolean =>
    rulebook.codes.some(
      (entry) => entry.code === code && (inForce(entry, from) || (entry.from !== undefined && entry.from >= from)),
    );
  return [...codesNamed(policy)]
    .filter(([code]) => !known(code))
    .map(([code, place]) => diagnostic('unknown-attendance-code', place.source, place.span, [code, formatDay(from)]));
};

function codesNamed(policy: Policy): ReadonlyMap<string, Policy['place']> {
  const found = new Map<string, Policy['place']>();
  const note = (codes: readonly string[], place: Policy['place']): void =>
    codes.forEach((code) => found.set(code, place));
  for (const threshold of policy.thresholds) note(codesOf(threshold.condition), threshold.place);
  for (const rule of policy.rules) {
    for (const { condition } of [...rule.blocks, ...rule.guards]) note(codesOf(condition), rule.place);
  }
  for (const half of policy.halfDays) {
    for (const row of half.rows) if (row.enters.kind === 'code') note([row.enters.code], row.place);
  }
  for (const paper of policy.papers) {
    for (const row of paper.rows) if (row.enters.kind === 'code') note([row.enters.code], row.place);
  }
  return found;
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
    default:
      return [];
  }
}
