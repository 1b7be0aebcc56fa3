import type { Day } from '../../register/day.ts';
import type { Event } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import { fullName } from './context.ts';
import { actKey } from './timeline.ts';
import { belongsOnDay } from './day-classes.ts';

/** The days on which something happened, in order, as far as the timeline goes. */
export function eventDays(context: CompileContext, event: Event, timeline: Timeline): readonly Day[] {
  if (event.name === 'absence' && event.done === 'started') return absenceStarts(timeline);
  if (event.done === undefined) return [];
  const name = fullName(context, event.name);
  const own = timeline.acts.get(actKey(name, event.done)) ?? [];
  const ofItsKind = kindActs(context, event.name, event.done, timeline);
  const days = [...own, ...ofItsKind].map((act) => act.about?.from ?? act.day);
  return [
    ...new Set(
      event.done === 'started' || event.done === 'taken' ? days : [...own, ...ofItsKind].map((act) => act.day),
    ),
  ].sort((a, b) => a - b);
}

/** `notice issued` in the body of the only notice means that notice. */
function kindActs(context: CompileContext, name: string, done: string, timeline: Timeline) {
  const papers = context.policy.papers.filter((paper) => paper.paper === name);
  if (papers.length !== 1) return [];
  return timeline.acts.get(actKey(`${context.prefix}${papers[0]!.name}`, done)) ?? [];
}

/** First days of absences: school days with an absent session after one without. */
function absenceStarts(timeline: Timeline): readonly Day[] {
  const starts: Day[] = [];
  let before = false;
  timeline.calendar.schoolDays.forEach((day, index) => {
    if (day > timeline.asAt) return;
    const absent = belongsOnDay(timeline, index, 'absent') !== 'none';
    if (absent && !before) starts.push(day);
    before = absent;
  });
  return starts;
}
