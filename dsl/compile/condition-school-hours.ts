import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { isSchoolDay } from '../../register/school-calendar.ts';
import { compileWindow } from './compile-window.ts';
import { fullName } from './context.ts';
import { actKey } from './timeline.ts';
import { either, NO, three, UNKNOWN, YES } from './truth.ts';

/**
 * `public-place found in school hours`: logged at a time of a school day, from the one at which the school day starts until
 * the one at which it ends. Without a time of day, at the minute at which it ends, and where no policy says when the
 * school day starts or ends, it cannot be told.
 */
export function inSchoolHours(
  context: CompileContext,
  { event, words, window }: Condition & { kind: 'happened' },
): CompiledCondition {
  const key = actKey(fullName(context, event.name), event.done ?? '');
  const over = window && compileWindow(context, window);
  const { from, until } = context.hours;
  const logged = (timeline: Timeline, day: Day): readonly Act[] | { readonly need: Need } => {
    const span = over?.on(timeline, day);
    if (span === 'none') return [];
    if (span && 'need' in span) return span;
    const acts = timeline.acts.get(key) ?? [];
    return acts.filter((act) => act.day <= day && (!span || (span.from <= act.day && act.day <= span.to)));
  };
  const within = ({ calendar }: Timeline, { day, time }: Act): Three => {
    if (!isSchoolDay(calendar, day)) return NO;
    if (time === undefined || from === undefined || until === undefined) return UNKNOWN;
    return time === until ? UNKNOWN : three(from <= time && time < until);
  };
  const holds = (timeline: Timeline, day: Day): Three => {
    const found = logged(timeline, day);
    if ('need' in found) return UNKNOWN;
    return found.map((act) => within(timeline, act)).reduce(either, NO);
  };
  const stated = from !== undefined && until !== undefined;
  const need: Need = {
    kind: 'data',
    what: `${stated ? 'the time of day' : 'when the school day starts and ends'}: ${words}`,
  };
  return {
    words,
    compares: [],
    holds,
    pulses: (timeline, day) =>
      (timeline.acts.get(key) ?? []).some((act) => act.day === day && within(timeline, act) === YES),
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const found = logged(timeline, day);
      return ['need' in found ? found.need : need];
    },
  };
}
