import type { Day } from '../../register/day.ts';
import type { SessionSet } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { Timeline } from './timeline.ts';
import { codeOfByte } from '../../register/pupil-register.ts';
import { addDays } from '../../register/day.ts';
import { absenceMeant, absenceOn } from './absences.ts';
import { isNoted } from './day-classes.ts';
import { forever } from './lasting.ts';
import { belongs } from './session-classes.ts';
import { actKey } from './timeline.ts';
import { NO, three } from './truth.ts';

/** Of the day itself: some session is in the class. A day without a session, or without a mark, is not. */
export function today(words: string, set: SessionSet): CompiledCondition {
  const inside = (timeline: Timeline, day: Day): boolean => {
    const index = timeline.tables.schoolDaysUpTo(day) - 1;
    if (index < 0 || timeline.calendar.schoolDays[index] !== day || day > timeline.asAt) return false;
    return [0, 1].some((half) => {
      if (isNoted(timeline, index * 2 + half, set)) return true;
      const code = codeOfByte(timeline.codes, timeline.about.register.sessions[index * 2 + half]!);
      return code !== undefined && belongs(code, set);
    });
  };
  const holds: CompiledCondition['holds'] = (timeline, day) => three(inside(timeline, day));
  const lasts = (timeline: Timeline, day: Day): Day => {
    const now = inside(timeline, day);
    let last = day;
    while (last < timeline.asAt && inside(timeline, addDays(last, 1)) === now) last = addDays(last, 1);
    return last;
  };
  const quiet = (timeline: Timeline, day: Day): Day => {
    let last = day;
    while (last < timeline.asAt && !inside(timeline, addDays(last, 1))) last = addDays(last, 1);
    return last;
  };
  return { words, compares: [], needs: () => [], pulses: inside, holds, lasts, quiet };
}

/** A reason counts for the absence whose days it is about; without days, for the absence it was given in, before or after. It counts whenever it comes. */
export function reasonGiven(words: string): CompiledCondition {
  const holds: CompiledCondition['holds'] = (timeline, day) => {
    const absence = absenceOn(timeline, day);
    if (!absence) return NO;
    const given = timeline.acts.get(actKey('reason', 'given')) ?? [];
    return three(
      given.some((act) => {
        if (act.about) return act.about.from <= absence.to && absence.from <= act.about.to;
        return absenceMeant(timeline, act.day)?.from === absence.from;
      }),
    );
  };
  const lasts = (timeline: Timeline, day: Day): Day => (timeline.acts.has(actKey('reason', 'given')) ? day : forever);
  return { words, compares: [], needs: () => [], pulses: () => false, holds, lasts, quiet: () => forever };
}
