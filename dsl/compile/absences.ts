import type { Day } from '../../register/day.ts';
import type { Span } from './calendar-tables.ts';
import type { SessionSet } from '../resolve/policy.ts';
import type { Timeline } from './timeline.ts';
import { dayIn } from './day-classes.ts';
import { remembered } from './remembered.ts';

/**
 * The pupil's absences up to the day asked about, first to last school day: unbroken runs of school days with an absent
 * session. A weekend or a closure does not end one; a day without a mark does.
 */
export const absences: (timeline: Timeline) => readonly Span[] = remembered(runs);

const absent: SessionSet = { class: 'absent' };

function runs(timeline: Timeline): readonly Span[] {
  const { schoolDays } = timeline.calendar;
  const end = timeline.tables.schoolDaysUpTo(timeline.asAt);
  const found: { from: Day; to: Day }[] = [];
  let running: { from: Day; to: Day } | undefined;
  for (let index = 0; index < end; index++) {
    const inside = dayIn(timeline, index, absent);
    if (inside !== 'some' && inside !== 'all') running = undefined;
    else if (running) running.to = schoolDays[index]!;
    else found.push((running = { from: schoolDays[index]!, to: schoolDays[index]! }));
  }
  return found;
}

/** The absence that runs on a day or, on a day without school, ran to the last school day before it. */
export function absenceLasting(timeline: Timeline, day: Day): Span | undefined {
  const last = timeline.calendar.schoolDays[timeline.tables.schoolDaysUpTo(day) - 1];
  return last === undefined ? undefined : absenceOn(timeline, last);
}

/** The absence that runs on a day, a weekend inside it included. */
export function absenceOn(timeline: Timeline, day: Day): Span | undefined {
  return absences(timeline).find((each) => each.from <= day && day <= each.to);
}

/**
 * The absence that something logged on a day is about: the one that runs that day; otherwise the one that begins on the
 * next school day, which it announces; otherwise the last one before it, of which it is told on return.
 */
export function absenceMeant(timeline: Timeline, logged: Day): Span | undefined {
  const running = absenceOn(timeline, logged);
  if (running) return running;
  const next = timeline.calendar.schoolDays[timeline.tables.schoolDaysUpTo(logged)];
  return (
    absences(timeline).find((each) => each.from === next) ?? absences(timeline).findLast((each) => each.to < logged)
  );
}
