import type { Day } from '../../register/day.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { fullName } from './context.ts';
import { actKey } from './timeline.ts';
import { NO, UNKNOWN, YES } from './truth.ts';

/**
 * `appointment given in advance`: logged on a day before the first day that it is about. In the rows that mark a session,
 * of what is about that session's day; otherwise of what was logged last. On that day itself, and of what is about no
 * day that anybody logged, it cannot be told.
 */
export function inAdvance(
  context: CompileContext,
  { event, words }: Condition & { kind: 'happened' },
): CompiledCondition {
  const key = actKey(fullName(context, event.name), event.done ?? '');
  const holds = (timeline: Timeline, day: Day): Three => {
    const logged = (timeline.acts.get(key) ?? []).filter((act) => context.marking === true || act.day <= day);
    const meant =
      context.marking === true
        ? logged.filter(({ about }) => !about || (about.from <= day && day <= about.to))
        : logged.slice(-1);
    const found = meant.map((act) => (act.about ? act.about.from - act.day : 0));
    if (found.some((days) => days > 0)) return YES;
    return found.includes(0) ? UNKNOWN : NO;
  };
  const need: Need = { kind: 'data', what: `whether it was before: ${words}` };
  return {
    words,
    compares: [],
    holds,
    pulses: (timeline, day) => (timeline.acts.get(key) ?? []).some((act) => act.day === day),
    needs: (timeline, day) => (holds(timeline, day) === UNKNOWN ? [need] : []),
  };
}
