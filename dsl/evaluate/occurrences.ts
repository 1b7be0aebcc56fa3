import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Condition } from '../resolve/policy.ts';
import { addDays } from '../../register/day.ts';
import { comesTrue } from '../compile/ladder-steps.ts';
import { doneOn } from './acts-done.ts';

/** A time that a duty arose before it arose last, and when it arose next: what is done from then on settles that one. */
export interface Occurrence {
  readonly arose: Day;
  readonly next: Day;
}

/**
 * A duty with a time of its own that a mark or an arrival brings is owed for each of them. These are the earlier ones that
 * nothing settled; one whose mark was amended since never arose.
 */
export function earlierOpen(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  last: Day,
): readonly Occurrence[] {
  const brought = isForEach(compiled) && compiled.blocks.find((block) => block.kind === 'when');
  if (!brought) return [];
  const days: Day[] = [];
  for (let day = timeline.joined; day <= last; day = addDays(day, 1)) {
    if (comesTrue([brought.condition], timeline, day)) days.push(day);
  }
  return days
    .slice(0, -1)
    .map((arose, index) => ({ arose, next: days[index + 1]! }))
    .filter(({ arose, next }) => doneOn(compiled, layer, timeline, arose, next) === undefined);
}

function isForEach({ rule }: CompiledRule): boolean {
  if (rule.mode !== 'duty' || rule.stage || rule.review !== undefined) return false;
  const timed = rule.timing.some(({ kind }) => kind === 'within' || kind === 'same school day' || kind === 'by time');
  const whens = rule.blocks.filter((block) => block.kind === 'when');
  return timed && whens.length === 1 && turnsOnSession(whens[0]!.condition);
}

function turnsOnSession(condition: Condition): boolean {
  if (condition.kind === 'all') return condition.parts.some(turnsOnSession);
  return condition.kind === 'arriving' || (condition.kind === 'today' && 'codes' in condition.of);
}
