import type { Act, Judgement } from '../../../register/case-log.ts';
import type { Day } from '../../../register/day.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import type { Plain } from './plain.ts';
import { inSpan, LeftAside } from './plain.ts';
import { absencesOf } from './plain-days.ts';

// What people did and judged, and the days on which it happened.

function actsOf(plain: Plain, name: string, done: string): readonly Act[] {
  return plain.entries.filter(
    (entry): entry is Act => entry.kind === 'act' && entry.name === name && entry.done === done,
  );
}

/** The days on which something happened, in order; of a leave or notice in question, what became of that one. */
export function eventDays(plain: Plain, { name, done }: p.Event, upTo: Day, thisOne: boolean): readonly Day[] {
  if (done === undefined) return [];
  if (name === 'absence' && (done === 'started' || done === 'ended')) {
    const last = plain.about.register.calendar.schoolDays.findLast((day) => day <= upTo);
    return absencesOf(plain.sessions, plain.asAt).flatMap(({ from, to }) => {
      const day = done === 'started' ? from : to;
      return day <= upTo && (done === 'started' || day < last!) ? [day] : [];
    });
  }
  if (plain.policy.periods.some((each) => each.name === name)) throw new LeftAside('a period that starts');
  const paper = plain.policy.papers.find((each) => each.name === name);
  const acts = thisOne && paper ? ofThisOne(plain, paper, done, upTo) : actsOf(plain, name, done);
  const days = acts.map((act) => (done === 'started' || done === 'taken' ? (act.about?.from ?? act.day) : act.day));
  return [...new Set(days)].filter((day) => day <= upTo).toSorted((a, b) => a - b);
}

/** An act about days belongs to the leave about those days; any other to the one last opened before it. */
function ofThisOne(plain: Plain, paper: p.Paper, done: string, upTo: Day): readonly Act[] {
  const of = (words: readonly string[]): readonly Act[] =>
    words.flatMap((word) => actsOf(plain, paper.name, word)).filter((act) => act.day <= upTo);
  const openers = paper.paper === 'leave' ? ['asked', 'taken', 'started'] : paper.paper === 'notice' ? ['issued'] : [];
  const opened = of(openers).toSorted((a, b) => a.day - b.day);
  const last = opened.at(-1);
  return of(done === 'started' ? ['started', 'taken'] : [done]).filter((act) => {
    if (!last) return true;
    const own = act.about ? act : (opened.findLast((each) => each.day <= act.day) ?? act);
    if (own === last) return true;
    return own.about && last.about ? own.about.from <= last.about.to && last.about.from <= own.about.to : false;
  });
}

export function lastJudged(plain: Plain, name: string, day: Day): Judgement | undefined {
  return plain.entries.findLast(
    (entry): entry is Judgement => entry.kind === 'judgement' && entry.name === name && entry.day <= day,
  );
}

/** Of the absence that runs on the day: about its days, or told while it ran, or the school day before, or after it. */
export function reasonGiven(plain: Plain, day: Day): boolean {
  const absences = absencesOf(plain.sessions, plain.asAt);
  const running = absences.find((each) => inSpan(each, day));
  if (!running) return false;
  const { schoolDays } = plain.about.register.calendar;
  return actsOf(plain, 'reason', 'given').some((act) => {
    if (act.about) return act.about.from <= running.to && running.from <= act.about.to;
    const next = schoolDays.find((each) => each > act.day);
    const meant =
      absences.find((each) => inSpan(each, act.day)) ??
      absences.find((each) => each.from === next) ??
      absences.findLast((each) => each.to < act.day);
    return meant?.from === running.from;
  });
}
