import type { CaseEntry } from '../../../register/case-log.ts';
import type { Day } from '../../../register/day.ts';
import type { Fraction } from '../../../register/fraction.ts';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { Policy } from '../../../dsl/resolve/policy.ts';
import { addDays } from '../../../register/day.ts';
import { fraction } from '../../../register/fraction.ts';
import type { PlainSession, PlainSpan } from './plain-days.ts';
import { sessionsOf } from './plain-days.ts';

/**
 * A policy of one layer read plainly for one pupil, as at a day: each question is answered by looking everything through
 * from end to end. It shares no code with the evaluator, which is held against it.
 */
export interface Plain {
  readonly policy: Policy;
  readonly about: PupilCase;
  readonly asAt: Day;
  readonly sessions: readonly PlainSession[];
  /** By day, timed ones first; of a later day than the one asked about, none. */
  readonly entries: readonly CaseEntry[];
  readonly joined: Day;
  /** Where the pupil stood on a ladder on a day, and the highest stage that is possible; told by the ladders. */
  stageOn: (ladder: string, day: Day) => { readonly surely: number; readonly possibly: number };
}

export type Answer = 'yes' | 'no' | 'unknown';
/** A quantity, as an interval; or nothing can be said. */
export type Amount = { readonly least: Fraction; readonly most: Fraction } | 'unknown';

/** What the plain reading leaves aside: it says so, and what turns on it is not compared. */
export class LeftAside extends Error {}

export function plainOf(policy: Policy, about: PupilCase, asAt: Day): Plain {
  const sessions = sessionsOf(about, asAt);
  const entries = about.log.entries
    .filter((entry) => entry.day <= asAt)
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => a.entry.day - b.entry.day || (a.entry.time ?? 1440) - (b.entry.time ?? 1440) || a.index - b.index)
    .map(({ entry }) => entry);
  const firstMark = sessions.find(({ code }) => typeof code !== 'string')?.day;
  const joined = about.onRoll.onRollFrom ?? firstMark ?? about.register.calendar.years[0]?.from ?? asAt;
  const stageOn = () => {
    throw new LeftAside('a ladder');
  };
  return { policy, about, asAt, sessions, entries, joined: joined > asAt ? asAt : joined, stageOn };
}

/** What all readings say alike. */
export function agreed<Each>(readings: readonly Each[]): Each | undefined {
  return new Set(readings.map((each) => JSON.stringify(each))).size === 1 ? readings[0] : undefined;
}

export function whole(least: number, most: number): Amount {
  return { least: fraction(least), most: fraction(most) };
}

export function yesNo(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

export function inSpan({ from, to }: PlainSpan, day: Day): boolean {
  return from <= day && day <= to;
}

export function daysIn({ from, to }: PlainSpan): readonly Day[] {
  return to < from ? [] : Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index));
}
