import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { Measure, Window } from '../resolve/policy.ts';
import type { Span } from './calendar-tables.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { codeOfByte, NOT_TAKEN } from '../../register/pupil-register.ts';
import { current } from './calendar-tables.ts';
import { fullName } from './context.ts';
import { untilNext } from './lasting.ts';
import { remembered } from './remembered.ts';
import { belongs } from './session-classes.ts';
import { actKey } from './timeline.ts';

/**
 * What a count `with those expected` adds on a day: sessions (of a count of school days: days) after that day, as far as
 * its window goes, that the pupil was by then expected to miss.
 */
export function expectedIn(context: CompileContext, measure: Measure & { kind: 'count' }) {
  const perDay = measure.unit === 'school days' ? 1 : 2;
  return (timeline: Timeline, day: Day): number => {
    const expected = expectedAbsence(timeline, day);
    if (!expected) return 0;
    const end = Math.min(expected.to, endOf(context, measure.window, timeline, day)) as Day;
    const { tables } = timeline;
    const first = expected.from > day ? expected.from : addDays(day, 1);
    const after = tables.schoolDaysUpTo(end) - tables.schoolDaysUpTo(addDays(first, -1));
    const today = expected.from <= day && day <= end ? openOn(timeline, day) : 0;
    return Math.max(0, after) * perDay + (perDay === 1 ? Math.floor(today / 2) : today);
  };
}

/** What was said of an absence still to come, in the order in which it was. */
const expectations = remembered((timeline): readonly Act[] =>
  ['absence expected', 'return expected']
    .flatMap((key) => timeline.acts.get(key) ?? [])
    .filter((act) => act.about)
    .sort((a, b) => timeline.entries.indexOf(a) - timeline.entries.indexOf(b)),
);

/** The last day up to which nothing more is expected, where nothing is on a day: what is over comes again only if it is said. */
export function nothingExpectedTo(timeline: Timeline, day: Day): Day | undefined {
  if (expectedAbsence(timeline, day)) return undefined;
  const said = expectations(timeline).map((act) => act.day);
  return untilNext(said, day);
}

/**
 * The absence that is expected still to run after a day, by what was last said of it: `absence expected` about its days, or
 * `return expected` about the day the pupil is to be back. It is over once the pupil is, by a mark or by word.
 */
export function expectedAbsence(timeline: Timeline, day: Day): Span | undefined {
  const last = expectations(timeline).findLast((act) => act.day <= day);
  if (!last?.about) return undefined;
  const { from, to } = last.about;
  const span = last.name === 'absence' ? { from, to } : { from: last.day, to: addDays(from, -1) };
  return span.to < day || isBack(timeline, last, span, day) ? undefined : span;
}

/** Attended after it was said and in the days it was said of, or logged as returned. */
function isBack(timeline: Timeline, said: Act, span: Span, day: Day): boolean {
  const returned = timeline.acts.get(actKey('pupil', 'returned')) ?? [];
  if (returned.some((act) => act.day <= day && timeline.entries.indexOf(act) > timeline.entries.indexOf(said)))
    return true;
  const { tables, codes, about } = timeline;
  const since = said.day >= span.from ? addDays(said.day, 1) : span.from;
  const end = tables.schoolDaysUpTo(day);
  for (let index = tables.schoolDaysUpTo(addDays(since, -1)); index < end; index++) {
    for (const half of [0, 1]) {
      const code = codeOfByte(codes, about.register.sessions[index * 2 + half]!);
      if (code && belongs(code, { class: 'attended' })) return true;
    }
  }
  return false;
}

/** Sessions of the day itself that no register was to be taken of yet. */
function openOn(timeline: Timeline, day: Day): number {
  const index = timeline.tables.schoolDaysUpTo(day) - 1;
  if (day !== timeline.asAt || timeline.calendar.schoolDays[index] !== day) return 0;
  const { sessions } = timeline.about.register;
  const open = [0, 1].filter((half) => sessions[index * 2 + half] === NOT_TAKEN).length;
  return open - (timeline.notTaken[index + 1]! - timeline.notTaken[index]!);
}

const unbounded = Number.MAX_SAFE_INTEGER as Day;

/** How far a window goes on after the day asked about. */
function endOf(context: CompileContext, window: Window, timeline: Timeline, day: Day): Day {
  if (window.kind === 'this') return current(timeline.tables, window.unit, day)?.to ?? day;
  if (window.kind !== 'during') return unbounded;
  const runs = context.period(fullName(context, window.period))?.readings(timeline, day)?.[0] ?? [];
  return runs.at(-1)?.to ?? day;
}
