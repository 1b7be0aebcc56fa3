import type { Day } from '../../../register/day.ts';
import type { Fraction } from '../../../register/fraction.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import { compareFractions, fraction } from '../../../register/fraction.ts';
import type { Amount, Plain } from './plain.ts';
import { daysIn, inSpan, whole } from './plain.ts';
import { daysOfUnit, spansOf } from './plain-calendar.ts';
import type { PlainSession, PlainSpan } from './plain-days.ts';
import { absencesOf, dayCounts, dayStands, sessionStands } from './plain-days.ts';
import { eventDays } from './plain-events.ts';
import { expectedAfter } from './plain-expected.ts';
import { windowOn } from './plain-windows.ts';

/** What a measure comes to on a day. */
export function measured(plain: Plain, measure: p.Measure, day: Day): Amount {
  switch (measure.kind) {
    case 'constant':
      return { least: measure.value, most: measure.value };
    case 'not stated':
      return 'unknown';
    case 'dated': {
      const { from, to } = measure.place.inForce!;
      const holds = (from === undefined || from <= day) && (to === undefined || day <= to);
      return holds ? measured(plain, measure.of, day) : 'unknown';
    }
    case 'elapsed': {
      const from = goneBySince(plain, measure.since, day);
      const days = from === undefined ? 0 : daysOfUnit(plain.about, { from, to: day }, measure.unit).length;
      return whole(days, days);
    }
    case 'count':
      return measure.window.kind === 'in a row' ? runEnding(plain, measure, day) : counted(plain, measure, day);
    case 'weeks':
      return weeksCounted(plain, measure, day);
    case 'rate': {
      const span = windowOn(plain, measure.window, day);
      if (typeof span === 'string') return 'unknown';
      const possible = markedIn(plain, span, { class: 'possible' });
      const inside = markedIn(plain, span, { class: measure.of === 'attendance' ? 'attended' : 'absent' });
      const open = notTakenIn(plain, span);
      if (possible === 0) return 'unknown';
      return { least: fraction(inside, possible + open), most: fraction(inside + open, possible + open) };
    }
    case 'ratio': {
      const [top, bottom] = [measured(plain, measure.top, day), measured(plain, measure.bottom, day)];
      if (top === 'unknown' || bottom === 'unknown' || bottom.least.numerator === 0) return 'unknown';
      const over = (a: Fraction, b: Fraction) => fraction(a.numerator * b.denominator, a.denominator * b.numerator);
      return { least: over(top.least, bottom.most), most: over(top.most, bottom.least) };
    }
    case 'readings': {
      const values = measure.of.map((each) => measured(plain, each, day));
      if (values.includes('unknown')) return 'unknown';
      const known = values as readonly Exclude<Amount, 'unknown'>[];
      return {
        least: known.map(({ least }) => least).reduce((a, b) => (compareFractions(a, b) <= 0 ? a : b)),
        most: known.map(({ most }) => most).reduce((a, b) => (compareFractions(a, b) >= 0 ? a : b)),
      };
    }
    case 'highest': {
      const span = windowOn(plain, measure.window, day);
      if (span === 'none') return whole(0, 0);
      if (span === 'unknown') return 'unknown';
      const values = daysIn({ from: span.from < plain.joined ? plain.joined : span.from, to: span.to })
        .map((each) => measured(plain, measure.of, each))
        .filter((each) => each !== 'unknown');
      const greatest = (of: (value: Exclude<Amount, 'unknown'>) => Fraction): Fraction =>
        values.map(of).reduce((a, b) => (compareFractions(a, b) >= 0 ? a : b), fraction(0));
      return { least: greatest(({ least }) => least), most: greatest(({ most }) => most) };
    }
  }
}

/** The first day that has gone by: of an absence, only while it lasts. */
function goneBySince(plain: Plain, event: p.Event, day: Day): Day | undefined {
  if (event.name !== 'absence' || event.done !== 'started') return eventDays(plain, event, day, true).at(-1);
  const last = plain.about.register.calendar.schoolDays.findLast((each) => each <= day);
  return absencesOf(plain.sessions, plain.asAt).find((each) => last !== undefined && inSpan(each, last))?.from;
}

function markedIn(plain: Plain, span: PlainSpan, set: p.SessionSet): number {
  return plain.sessions.filter(
    (each) => inSpan(span, each.day) && typeof each.code !== 'string' && sessionStands(each, set) === 'in',
  ).length;
}

function notTakenIn(plain: Plain, span: PlainSpan): number {
  return plain.sessions.filter((each) => inSpan(span, each.day) && each.code === 'not taken').length;
}

function schoolDaysIn(plain: Plain, span: PlainSpan): readonly Day[] {
  return plain.about.register.calendar.schoolDays.filter((day) => inSpan(span, day));
}

export function counted(plain: Plain, measure: p.Measure & { kind: 'count' }, day: Day): Amount {
  const span = windowOn(plain, measure.window, day);
  if (span === 'none') return whole(0, 0);
  if (span === 'unknown') return 'unknown';
  const ahead = measure.withExpected ? expectedAfter(plain, measure, day) : 0;
  if (measure.unit === 'school days') {
    const stands = schoolDaysIn(plain, span).map((each) => dayCounts(plain.sessions, each, measure));
    const surely = stands.filter((each) => each === 'in').length;
    return whole(surely + ahead, surely + ahead + stands.filter((each) => each === 'perhaps').length);
  }
  const [surely, open] = [markedIn(plain, span, measure.of) + ahead, notTakenIn(plain, span)];
  const per = measure.unit === 'days absent' || measure.unit === 'days attended' ? 2 : 1;
  return { least: fraction(surely, per), most: fraction(surely + open, per) };
}

function weeksCounted(plain: Plain, measure: p.Measure & { kind: 'weeks' }, day: Day): Amount {
  const span = windowOn(plain, measure.window, day);
  if (span === 'none') return whole(0, 0);
  if (span === 'unknown') return 'unknown';
  let surely = 0;
  let perhaps = 0;
  for (const week of spansOf(plain.about, 'school weeks')) {
    const stands = schoolDaysIn(plain, week)
      .filter((each) => inSpan(span, each))
      .flatMap((each) =>
        measure.each === 'school days'
          ? [dayStands(plain.sessions, each, measure.of)]
          : plain.sessions.filter(({ day: on }) => on === each).map((session) => markStands(session, measure.of)),
      )
      .filter((each) => each !== 'not yet');
    const inside = stands.filter((each) => each === 'in').length;
    const open = stands.filter((each) => each === 'perhaps').length;
    // Each way in which the registers that were not taken may have come out.
    const ways = Array.from({ length: open + 1 }, (_, more) => {
      const held = inside + more;
      if (stands.length === 0) return false;
      if (measure.quantifier === 'any') return true;
      if (measure.quantifier === 'every') return held === stands.length;
      return held > 0 && (measure.quantifier === 'some' || held < stands.length);
    });
    if (ways.every(Boolean)) surely++;
    if (ways.some(Boolean)) perhaps++;
  }
  return whole(surely, perhaps);
}

/** From the end backwards: what is still to come is passed over, what was not taken may or may not break the run. */
function runEnding(plain: Plain, measure: p.Measure & { kind: 'count' }, day: Day): Amount {
  const upTo = plain.about.register.calendar.schoolDays.filter((each) => each <= day);
  const stands =
    measure.unit === 'sessions'
      ? plain.sessions
          .filter((each) => each.day <= day)
          .map((each) => {
            const { code } = each;
            return typeof code === 'string' ? code : sessionStands(each, measure.of);
          })
      : upTo.map((each) => dayCounts(plain.sessions, each, measure));
  const back = stands.toReversed();
  const begun = back.slice(
    Math.max(
      0,
      back.findIndex((each) => each !== 'not yet'),
    ),
  );
  const end = begun.findIndex((each) => each === 'out' || each === 'not yet');
  const run = end < 0 ? begun : begun.slice(0, end);
  const hole = run.findIndex((each) => each !== 'in');
  return whole(hole < 0 ? run.length : hole, run.length);
}

/** By its mark alone: what people noted of a session says nothing of a week. */
function markStands(session: PlainSession, set: p.SessionSet): 'in' | 'out' | 'perhaps' | 'not yet' {
  const { code } = session;
  if (typeof code === 'string') return code === 'not taken' ? 'perhaps' : code;
  return sessionStands(session, set) === 'in' ? 'in' : 'out';
}
