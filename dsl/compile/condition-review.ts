import type { Day } from '../../register/day.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { fullName } from './context.ts';
import { forever } from './lasting.ts';
import { either, NO, three, UNKNOWN, YES } from './truth.ts';

/** The review last due was held, on the day or before it, in the present stay at its stage. */
export function reviewed(context: CompileContext, condition: Condition & { kind: 'reviewed' }): CompiledCondition {
  const name = fullName(context, condition.review);
  const neverHeld = (timeline: Timeline): boolean => context.review(name)?.neverHeld(timeline) ?? false;
  const heldOn = (timeline: Timeline, day: Day): Day | undefined => context.review(name)?.heldBy(timeline, day);
  return {
    words: condition.words,
    compares: [],
    never: neverHeld,
    needs: () => [],
    pulses: (timeline, day) => heldOn(timeline, day) === day,
    lasts: (timeline, day) => context.review(name)?.lasts(timeline, day) ?? forever,
    quiet: (timeline, day) => context.review(name)?.lasts(timeline, day) ?? forever,
    holds: (timeline, day) => three(heldOn(timeline, day) !== undefined),
  };
}

/** The review last held came to this. Not judged in its time is unknown: review held, outcome not judged. */
export function outcome(context: CompileContext, condition: Condition & { kind: 'outcome' }): CompiledCondition {
  const name = fullName(context, condition.review);
  const neverHeld = (timeline: Timeline): boolean => context.review(name)?.neverHeld(timeline) ?? false;
  const cameTo = (timeline: Timeline, day: Day): Three =>
    context.review(name)?.cameTo(condition.outcome, timeline, day) ?? NO;
  const elsewhere = (timeline: Timeline, day: Day): Three => {
    const review = context.review(name);
    const own = review?.review.outcomes.find((each) => each.name === condition.outcome);
    const others = review?.review.outcomes.filter((each) => each.move !== undefined && each.move !== own?.move) ?? [];
    return others.reduce<Three>((so, each) => either(so, review!.cameTo(each.name, timeline, day)), NO);
  };
  const holds = (timeline: Timeline, day: Day): Three => {
    const came = cameTo(timeline, day);
    if (came !== YES || !condition.unopposed) return came;
    // An outcome that cannot be told opposes nothing; one that is proved leaves the move to a person.
    return elsewhere(timeline, day) === YES ? UNKNOWN : YES;
  };
  return {
    words: condition.words,
    compares: [],
    never: neverHeld,
    lasts: (timeline, day) => context.review(name)?.outcomesLast(timeline, day) ?? forever,
    quiet: (timeline, day) => context.review(name)?.outcomesQuiet(timeline, day) ?? forever,
    holds,
    pulses: (timeline, day) => context.review(name)?.pulses(condition.outcome, timeline, day) ?? false,
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const review = context.review(name)!;
      if (cameTo(timeline, day) === UNKNOWN) return review.needs(condition.outcome, timeline, day);
      const proved = review.review.outcomes.filter((each) => review.cameTo(each.name, timeline, day) === YES);
      return [{ kind: 'reading', what: review.review.title, readings: proved.map((each) => each.title) }];
    },
  };
}
