import type { Act } from '../../register/case-log.ts';
import type { CompiledPolicy, DutyFinding, Finding, PupilCase } from '../../dsl/index.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Vector } from './vector.ts';
import { evaluate } from '../../dsl/index.ts';

/** A vector with its case laid out for the policy that answers it. */
export interface Asked {
  readonly vector: Vector;
  readonly compiled: CompiledPolicy;
  readonly about: PupilCase;
  readonly asAt: Day;
  /** The minute asked about, where the vector gives one. */
  readonly time: ClockTime | undefined;
  /** What the policy finds of the pupil, worked out when first asked for. */
  readonly finding: () => Finding;
}

export function asked(given: Omit<Asked, 'finding'>): Asked {
  let finding: Finding | undefined;
  return { ...given, finding: () => (finding ??= evaluate(given.compiled, given.about, given.asAt, given.time)) };
}

// Readings of a finding that every school's questions share. An id that the policy does not have throws: a question
// must not pass because it asks for nothing.

/** Whether a threshold or group holds; undefined where it is undetermined. */
export function met(of: Asked, id: string): boolean | undefined {
  const { met: truth } = one(of.finding().thresholds, id);
  return truth === 'undetermined' ? undefined : truth === 'yes';
}

/** The count a threshold compares, as a number. */
export function count(of: Asked, id: string): number | undefined {
  const quantity = one(of.finding().thresholds, id).count;
  return quantity === null ? undefined : numberOf(quantity.value);
}

/** Whether a duty is to be done now: due, overdue or to be decided today, and not done. */
export function isDue(of: Asked, id: string): boolean {
  ruleNamed(of, id);
  const duty = of.finding().duties.find((each) => each.id === id);
  return duty !== undefined && ['due', 'overdue', 'decide today'].includes(duty.state);
}

/** States of a duty that is still to be done. */
export const toBeDone: readonly DutyFinding['state'][] = ['due', 'overdue', 'decide today', 'not yet'];

/** Whether a duty stands and is not done; undefined where that is an open question. */
export function isToBeDone(of: Asked, id: string): boolean | undefined {
  ruleNamed(of, id);
  const duty = of.finding().duties.find((each) => each.id === id);
  if (duty?.state === 'open question') return undefined;
  return duty !== undefined && toBeDone.includes(duty.state);
}

export function isOverdue(of: Asked, id: string): boolean {
  ruleNamed(of, id);
  return of.finding().duties.some((each) => each.id === id && each.state === 'overdue');
}

/** Whether the policy leaves it to people to do this now. */
export function isOpen(of: Asked, id: string): boolean {
  ruleNamed(of, id);
  return of.finding().options.some((each) => each.id === id);
}

/** Whether the policy bars it, and nothing lifts the bar. */
export function isBarred(of: Asked, id: string): boolean {
  ruleNamed(of, id);
  return of.finding().bars.some((each) => each.id === id && each.state === 'barred');
}

/** The id of the stage a pupil stands at on a ladder; null for none. */
export function stage(of: Asked, id: string): string | null {
  return one(of.finding().ladders, id).stage?.id ?? null;
}

export function letterIsDue(of: Asked, id: string): boolean {
  return of.finding().letters.some((each) => each.id === id && each.state === 'due');
}

/** The last such act of the case log. */
export function lastAct({ about }: Asked, name: string, done: string): Act | undefined {
  return about.log.entries.findLast(
    (entry): entry is Act => entry.kind === 'act' && entry.name === name && entry.done === done,
  );
}

/** Attendance of the school year so far in per cent, exact. */
export function attendancePercent(of: Asked): number | undefined {
  const { attendance } = of.finding().tally;
  return attendance === null ? undefined : numberOf(attendance.value);
}

/** An exact number as JSON writes it: `15/2` is 7.5. */
export function numberOf(value: string): number {
  const [numerator, denominator = '1'] = value.split('/');
  return Number(numerator) / Number(denominator);
}

export function one<Each extends { readonly id: string }>(list: readonly Each[], id: string): Each {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`the finding has no “${id}”; it has ${list.map((each) => each.id).join(', ')}`);
  return found;
}

/** A rule that does not apply to this pupil is in no list of the finding, but the policy must have it. */
export function ruleNamed({ compiled }: Asked, id: string) {
  const found = compiled.layers.flatMap((layer) => layer.rules).find(({ name }) => name === id);
  if (!found) throw new Error(`the policy has no rule “${id}”`);
  return found.rule;
}
