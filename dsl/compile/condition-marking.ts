import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { Condition, Event } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import { absenceMeant, absenceOn } from './absences.ts';
import { compared } from './condition-comparison.ts';
import { fullName } from './context.ts';
import { eventDays, paperNamed } from './events.ts';
import { plainCondition } from './compiled-condition.ts';
import { actKey } from './timeline.ts';

/**
 * An act in the rows that mark a session, asked of the session's day. A letter or notice counts only if it went out
 * before that day: it changes the rule for sessions from the next day on. What is about this absence (evidence, a reason,
 * a request for leave) counts whenever it was logged. Anything else counts up to the day.
 */
export function happenedForSession(
  context: CompileContext,
  { event, comparator, number, words }: Condition & { kind: 'happened' },
): CompiledCondition {
  return plainCondition(words, (timeline, session) => {
    const count = daysFor(context, event, timeline, session).length;
    return compared(comparator, count - number, count - number);
  });
}

function daysFor(context: CompileContext, event: Event, timeline: Timeline, session: Day): readonly Day[] {
  const kind = paperNamed(context.policy, event.name)?.paper;
  if (kind === 'letter' || kind === 'notice') {
    return eventDays(context, event, timeline, timeline.asAt).filter((day) => day < session);
  }
  const acts = timeline.acts.get(actKey(fullName(context, event.name), event.done ?? '')) ?? [];
  if (kind === 'leave') {
    const about = acts.filter((act) => act.about && covers(act.about, session));
    if (about.length > 0) return about.map((act) => act.day);
    // The last leave asked for or begun by that day, and what became of it since.
    return eventDays(context, event, timeline, session === timeline.asAt ? session : timeline.asAt, 'this one');
  }
  if (kind !== undefined && kind !== 'reason') return eventDays(context, event, timeline, session);
  return acts.filter((act) => isAboutAbsence(act, timeline, session)).map((act) => act.day);
}

/** About the days that it names; without days, about the absence it was logged in, before or after. */
function isAboutAbsence(act: Act, timeline: Timeline, session: Day): boolean {
  const absence = absenceOn(timeline, session) ?? { from: session, to: session };
  if (act.about) return act.about.from <= absence.to && absence.from <= act.about.to;
  return act.day === session || absenceMeant(timeline, act.day)?.from === absence.from;
}

function covers(about: NonNullable<Act['about']>, day: Day): boolean {
  return about.from <= day && day <= about.to;
}
