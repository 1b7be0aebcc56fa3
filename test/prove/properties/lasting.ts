import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CompiledCondition } from '../../../dsl/compile/compiled-condition.ts';
import type { CompiledPolicy } from '../../../dsl/compile/compiled-policy.ts';
import type { Timeline } from '../../../dsl/compile/timeline.ts';
import { lastsTo, quietTo } from '../../../dsl/compile/lasting.ts';
import { timeline } from '../../../dsl/compile/timeline.ts';
import { addDays, formatIsoDay } from '../../../register/day.ts';
import { asAtOf, caseOf, cases } from '../generate/pupil-case.ts';
import { subjectOf, subjects } from '../generate/subjects.ts';
import type { Property } from './property.ts';

/** What the walk over a year passes over: asked of every day all the same, it finds nothing there. */
export const lasting: Property = {
  name: 'lasting',
  holds: 'what is said to last holds alike, and fires no more, on each of the days',
  prove: (tries) => {
    fc.assert(
      fc.property(subjects, cases, (subject, choice) => {
        const { compiled, recordable } = subjectOf(subject);
        const about = caseOf(choice, recordable);
        for (const condition of conditionsOf(compiled)) {
          lastsAsSaid(condition, () => timeline(about, asAtOf(choice), compiled.classes));
        }
      }),
      tries,
    );
  },
};

/** Of thresholds, of what sentences stand under, and of the stages and moves of ladders. */
function conditionsOf({ layers }: CompiledPolicy): readonly CompiledCondition[] {
  return layers.flatMap(({ thresholds, rules, ladders }) => [
    ...thresholds.map((each) => each.condition),
    ...rules.flatMap(({ blocks }) => blocks.map((block) => block.condition)),
    ...ladders.flatMap(({ stages }) =>
      stages.flatMap(({ entry, needs, moves }) => [
        ...(entry ? [entry] : []),
        ...needs,
        ...moves.flatMap((move) => move.when),
      ]),
    ),
  ]);
}

/**
 * Each day is first asked alone, from the last to the first, so that nothing is passed over; then other days are laid out
 * anew and walked.
 */
function lastsAsSaid(condition: CompiledCondition, layOut: () => Timeline): void {
  const alone = layOut();
  const days = Array.from({ length: alone.asAt - alone.joined + 1 }, (_, offset) => addDays(alone.joined, offset));
  const held = days
    .toReversed()
    .map((day) => condition.holds(alone, day))
    .reverse();
  const fired = days.map((day) => condition.pulses(alone, day));
  const walked = layOut();
  for (const [offset, day] of days.entries()) {
    const lasts = lastsTo(condition, walked, day) - day + offset;
    const quiet = quietTo(condition, walked, day) - day + offset;
    const wrong =
      lasts < offset ||
      quiet < offset ||
      condition.holds(walked, day) !== held[offset] ||
      held.slice(offset, lasts + 1).some((each) => each !== held[offset]) ||
      fired.slice(offset + 1, quiet + 1).includes(true);
    assert.ok(!wrong, `${condition.words} from ${formatIsoDay(day)}`);
  }
}
