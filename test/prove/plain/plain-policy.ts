import type { Act, CaseEntry, Judgement } from '../../../register/case-log.ts';
import type { Day } from '../../../register/day.ts';
import type { Fraction } from '../../../register/fraction.ts';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import { addDays } from '../../../register/day.ts';
import { compareFractions, fraction } from '../../../register/fraction.ts';
import type { PlainSession, PlainSpan } from './plain-days.ts';
import {
  absencesOf,
  dayAfter,
  daysOfUnit,
  dayStands,
  rollingFrom,
  sessionsOf,
  sessionStands,
  spansOf,
} from './plain-days.ts';

export type Answer = 'yes' | 'no' | 'unknown';
/** A quantity, as an interval; or nothing can be said. */
export type Amount = { readonly least: Fraction; readonly most: Fraction } | 'unknown';

/** What the plain reading leaves aside: it says so, and what turns on it is not compared. */
export class LeftAside extends Error {}

/** One layer of a policy read plainly for one pupil, as at a day: each question is answered by looking everything through. */
export class PlainPolicy {
  readonly sessions: readonly PlainSession[];
  readonly entries: readonly CaseEntry[];
  readonly joined: Day;
  /** Where the pupil stood on a ladder on a day; kept by the ladders themselves. */
  stageOn: (ladder: string, day: Day) => { readonly surely: number; readonly possibly: number } = () => {
    throw new LeftAside('a ladder');
  };

  readonly policy: p.Policy;
  readonly about: PupilCase;
  readonly asAt: Day;

  constructor(policy: p.Policy, about: PupilCase, asAt: Day) {
    this.policy = policy;
    this.about = about;
    this.asAt = asAt;
    this.sessions = sessionsOf(about, asAt);
    this.entries = about.log.entries
      .filter((entry) => entry.day <= asAt)
      .map((entry, index) => ({ entry, index }))
      .sort((a, b) => a.entry.day - b.entry.day || (a.entry.time ?? 1440) - (b.entry.time ?? 1440) || a.index - b.index)
      .map(({ entry }) => entry);
    const firstMark = this.sessions.find(({ code }) => typeof code !== 'string')?.day;
    const joined = about.onRoll.onRollFrom ?? firstMark ?? about.register.calendar.years[0]?.from ?? asAt;
    this.joined = joined > asAt ? asAt : joined;
  }

  // ── windows ────────────────────────────────────────────────────────────────────────────────────────────────────

  window(window: p.Window, day: Day): PlainSpan | 'none' | 'unknown' {
    switch (window.kind) {
      case 'this': {
        const begun = spansOf(this.about, window.unit).filter(({ from }) => from <= day);
        return begun.length === 0 ? 'unknown' : { from: begun.at(-1)!.from, to: day };
      }
      case 'last':
        return (
          spansOf(this.about, window.unit)
            .filter(({ from }) => from <= day)
            .at(-2) ?? 'unknown'
        );
      case 'rolling': {
        const from = rollingFrom(this.about, window.number, window.unit, day);
        return from === undefined ? 'none' : { from, to: day };
      }
      case 'since': {
        const from = this.eventDays(window.event, day, true).at(-1);
        return from === undefined ? 'none' : { from, to: day };
      }
      case 'during':
        return this.lastOf(window.period, day);
      case 'ever':
      case 'in a row':
        return { from: this.about.register.calendar.years[0]!.from, to: day };
    }
  }

  private lastOf(name: string, day: Day): PlainSpan | 'none' | 'unknown' {
    const readings = this.periodReadings(name)?.map((spans) => {
      const last = spans.filter(({ from }) => from <= day).at(-1);
      return last ? { from: last.from, to: last.to < day ? last.to : day } : ('none' as const);
    });
    return (readings && agreed(readings)) ?? 'unknown';
  }

  /** Every run of days of a period, by reading; undefined where it is not stated. */
  private periodReadings(name: string): readonly (readonly PlainSpan[])[] | undefined {
    const period = this.policy.periods.find((each) => each.name === name);
    if (!period) throw new LeftAside('a period of a layer above');
    if (period.stretches.length === 0) return undefined;
    return period.stretches.map((stretch) => {
      switch (stretch.kind) {
        case 'dates':
          return [{ from: stretch.from, to: stretch.to }];
        case 'after':
        case 'from':
          return this.eventDays(stretch.event, this.asAt, false).map((event) => {
            const base = stretch.kind === 'from' ? addDays(event, -1) : event;
            const end = (number: number): Day => dayAfter(this.about, base, number, stretch.unit) ?? never;
            return {
              from: stretch.least === stretch.most ? addDays(base, 1) : end(stretch.least),
              to: end(stretch.most),
            };
          });
        default:
          throw new LeftAside(stretch.kind);
      }
    });
  }

  // ── what happened ──────────────────────────────────────────────────────────────────────────────────────────────

  private acts(name: string, done: string): readonly Act[] {
    return this.entries.filter(
      (entry): entry is Act => entry.kind === 'act' && entry.name === name && entry.done === done,
    );
  }

  /** The days on which something happened, in order; of a leave or notice in question, what became of that one. */
  eventDays({ name, done }: p.Event, upTo: Day, thisOne: boolean): readonly Day[] {
    if (done === undefined) return [];
    if (name === 'absence' && (done === 'started' || done === 'ended')) {
      const last = this.about.register.calendar.schoolDays.findLast((day) => day <= upTo);
      return absencesOf(this.sessions, this.asAt).flatMap(({ from, to }) => {
        const day = done === 'started' ? from : to;
        return day <= upTo && (done === 'started' || day < last!) ? [day] : [];
      });
    }
    if (this.policy.periods.some((each) => each.name === name)) throw new LeftAside('a period that starts');
    const paper = this.policy.papers.find((each) => each.name === name);
    const acts = thisOne && paper ? this.ofThisOne(paper, done, upTo) : this.acts(name, done);
    const days = acts.map((act) => (done === 'started' || done === 'taken' ? (act.about?.from ?? act.day) : act.day));
    return [...new Set(days)].filter((day) => day <= upTo).toSorted((a, b) => a - b);
  }

  /** An act about days belongs to the leave about those days; any other to the one last opened before it. */
  private ofThisOne(paper: p.Paper, done: string, upTo: Day): readonly Act[] {
    const of = (words: readonly string[]): readonly Act[] =>
      words.flatMap((word) => this.acts(paper.name, word)).filter((act) => act.day <= upTo);
    const openers =
      paper.paper === 'leave' ? ['asked', 'taken', 'started'] : paper.paper === 'notice' ? ['issued'] : [];
    const opened = of(openers).toSorted((a, b) => a.day - b.day);
    const last = opened.at(-1);
    return of(done === 'started' ? ['started', 'taken'] : [done]).filter((act) => {
      if (!last) return true;
      const own = act.about ? act : (opened.findLast((each) => each.day <= act.day) ?? act);
      if (own === last) return true;
      return own.about && last.about ? own.about.from <= last.about.to && last.about.from <= own.about.to : false;
    });
  }

  private judged(name: string, day: Day): Judgement | undefined {
    return this.entries.findLast(
      (entry): entry is Judgement => entry.kind === 'judgement' && entry.name === name && entry.day <= day,
    );
  }

  // ── measures ───────────────────────────────────────────────────────────────────────────────────────────────────

  measure(measure: p.Measure, day: Day): Amount {
    switch (measure.kind) {
      case 'constant':
        return { least: measure.value, most: measure.value };
      case 'not stated':
        return 'unknown';
      case 'dated': {
        const { from, to } = measure.place.inForce!;
        const holds = (from === undefined || from <= day) && (to === undefined || day <= to);
        return holds ? this.measure(measure.of, day) : 'unknown';
      }
      case 'elapsed': {
        const from = this.goneBySince(measure.since, day);
        const days = from === undefined ? 0 : daysOfUnit(this.about, { from, to: day }, measure.unit).length;
        return whole(days, days);
      }
      case 'count':
        return measure.window.kind === 'in a row' ? this.run(measure, day) : this.count(measure, day);
      case 'weeks':
        return this.weeks(measure, day);
      case 'rate': {
        const span = this.window(measure.window, day);
        if (typeof span === 'string') return 'unknown';
        const possible = this.marked(span, { class: 'possible' });
        const inside = this.marked(span, { class: measure.of === 'attendance' ? 'attended' : 'absent' });
        const open = this.notTaken(span);
        if (possible === 0) return 'unknown';
        return { least: fraction(inside, possible + open), most: fraction(inside + open, possible + open) };
      }
      case 'ratio': {
        const [top, bottom] = [this.measure(measure.top, day), this.measure(measure.bottom, day)];
        if (top === 'unknown' || bottom === 'unknown' || bottom.least.numerator === 0) return 'unknown';
        const over = (a: Fraction, b: Fraction) => fraction(a.numerator * b.denominator, a.denominator * b.numerator);
        return { least: over(top.least, bottom.most), most: over(top.most, bottom.least) };
      }
      case 'highest': {
        const span = this.window(measure.window, day);
        if (span === 'none') return whole(0, 0);
        if (span === 'unknown') return 'unknown';
        const values = daysIn({ from: span.from < this.joined ? this.joined : span.from, to: span.to })
          .map((each) => this.measure(measure.of, each))
          .filter((each) => each !== 'unknown');
        const greatest = (of: (value: Exclude<Amount, 'unknown'>) => Fraction): Fraction =>
          values.map(of).reduce((a, b) => (compareFractions(a, b) >= 0 ? a : b), fraction(0));
        return { least: greatest(({ least }) => least), most: greatest(({ most }) => most) };
      }
    }
  }

  /** The first day that has gone by: of an absence, only while it lasts. */
  private goneBySince(event: p.Event, day: Day): Day | undefined {
    if (event.name !== 'absence' || event.done !== 'started') return this.eventDays(event, day, true).at(-1);
    const last = this.about.register.calendar.schoolDays.findLast((each) => each <= day);
    return absencesOf(this.sessions, this.asAt).find((each) => last !== undefined && inSpan(each, last))?.from;
  }

  private marked(span: PlainSpan, set: p.SessionSet): number {
    return this.sessions.filter(
      (each) => inSpan(span, each.day) && typeof each.code !== 'string' && sessionStands(each, set) === 'in',
    ).length;
  }

  private notTaken(span: PlainSpan): number {
    return this.sessions.filter((each) => inSpan(span, each.day) && each.code === 'not taken').length;
  }

  private schoolDays(span: PlainSpan): readonly Day[] {
    return this.about.register.calendar.schoolDays.filter((day) => inSpan(span, day));
  }

  private count(measure: p.Measure & { kind: 'count' }, day: Day): Amount {
    const span = this.window(measure.window, day);
    if (span === 'none') return whole(0, 0);
    if (span === 'unknown') return 'unknown';
    if (measure.unit === 'school days') {
      const stands = this.schoolDays(span).map((each) => dayStands(this.sessions, each, measure.of));
      const surely = stands.filter((each) => each === 'in').length;
      return whole(surely, surely + stands.filter((each) => each === 'perhaps').length);
    }
    const [surely, open] = [this.marked(span, measure.of), this.notTaken(span)];
    const per = measure.unit === 'days absent' || measure.unit === 'days attended' ? 2 : 1;
    return { least: fraction(surely, per), most: fraction(surely + open, per) };
  }

  private weeks(measure: p.Measure & { kind: 'weeks' }, day: Day): Amount {
    const span = this.window(measure.window, day);
    if (span === 'none') return whole(0, 0);
    if (span === 'unknown') return 'unknown';
    let surely = 0;
    let perhaps = 0;
    for (const week of spansOf(this.about, 'school weeks')) {
      const stands = this.schoolDays(week)
        .filter((each) => inSpan(span, each))
        .map((each) => dayStands(this.sessions, each, measure.of))
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
  private run(measure: p.Measure & { kind: 'count' }, day: Day): Amount {
    const upTo = this.about.register.calendar.schoolDays.filter((each) => each <= day);
    const stands =
      measure.unit === 'sessions'
        ? this.sessions
            .filter((each) => each.day <= day)
            .map((each) => {
              const { code } = each;
              return typeof code === 'string' ? code : sessionStands(each, measure.of);
            })
        : upTo.map((each) => dayStands(this.sessions, each, measure.of));
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

  // ── conditions ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** `seen` is the day of which other ladders are seen: the day before, in a ladder’s own tests. */
  holds(condition: p.Condition, day: Day, seen: Day = day): Answer {
    const part = (each: p.Condition): Answer => this.holds(each, day, seen);
    switch (condition.kind) {
      case 'all': {
        const parts = condition.parts.map(part);
        return parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
      }
      case 'any': {
        const parts = condition.parts.map(part);
        return parts.includes('yes') ? 'yes' : parts.includes('unknown') ? 'unknown' : 'no';
      }
      case 'not':
        return { yes: 'no', no: 'yes', unknown: 'unknown' }[part(condition.part)] as Answer;
      case 'unless':
        return part(condition.part) === 'yes' ? 'no' : 'yes';
      case 'readings':
        return agreed(condition.readings.map(part)) ?? 'unknown';
      case 'compare':
        return comparedTo(condition.comparator, this.measure(condition.measure, day), this.measure(condition.to, day));
      case 'judged': {
        const found = this.judged(condition.name, day);
        return found ? yesNo(found.holds) : 'unknown';
      }
      case 'fact': {
        const { schoolFacts, pupilFacts } = this.about;
        const found = (condition.of === 'school' ? schoolFacts : pupilFacts)[condition.name];
        return found === undefined ? 'unknown' : yesNo(found);
      }
      case 'happened': {
        const count = this.times(condition, day);
        return count === 'unknown'
          ? count
          : comparedTo(condition.comparator, whole(count, count), whole(condition.number, condition.number));
      }
      case 'named':
        return this.threshold(condition.name, day);
      case 'met': {
        const span = condition.window ? this.window(condition.window, day) : { from: this.joined, to: day };
        if (span === 'none') return 'no';
        if (span === 'unknown') return 'unknown';
        const from = span.from < this.joined ? this.joined : span.from;
        const days = daysIn({ from, to: span.to < day ? span.to : day }).map((each) =>
          this.threshold(condition.name, each),
        );
        return days.includes('yes') ? 'yes' : days.includes('unknown') ? 'unknown' : 'no';
      }
      case 'at stage': {
        const ladder = this.policy.ladders.find((each) => each.name === condition.ladder);
        if (!ladder) throw new LeftAside('a ladder of a layer above, or bands');
        const index = ladder.stages.findIndex((each) => each.name === condition.stage);
        const { surely, possibly } = this.stageOn(condition.ladder, seen);
        if (surely === possibly || index < surely || index > possibly) return yesNo(surely === index);
        return 'unknown';
      }
      case 'in period': {
        const readings = this.periodReadings(condition.name)?.map((spans) => spans.some((span) => inSpan(span, day)));
        const inside = readings && agreed(readings);
        return inside === undefined ? 'unknown' : yesNo(inside);
      }
      case 'today':
        return yesNo(this.isToday(condition.of, day));
      case 'reason given':
        return yesNo(this.reasonGiven(day));
      case 'everyone':
        return 'yes';
      case 'not stated':
        return 'unknown';
      default:
        throw new LeftAside(condition.kind);
    }
  }

  /** Whether an act, a judgement or a mark that it turns on happened on the day itself. */
  turnsOn(condition: p.Condition, day: Day): boolean {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return condition.parts.some((each) => this.turnsOn(each, day));
      case 'readings':
        return condition.readings.some((each) => this.turnsOn(each, day));
      case 'judged':
        return this.judged(condition.name, day)?.day === day;
      case 'happened':
        return this.eventDays(condition.event, day, isOfThisOne(condition)).includes(day);
      case 'named': {
        const found = this.policy.thresholds.find((each) => each.name === condition.name);
        return found !== undefined && this.turnsOn(found.condition, day);
      }
      case 'today':
        return this.isToday(condition.of, day);
      default:
        return false;
    }
  }

  threshold(name: string, day: Day): Answer {
    const found = this.policy.thresholds.find((each) => each.name === name);
    if (!found) throw new LeftAside('a threshold of a layer above');
    const { from, to } = found.place.inForce ?? {};
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) return 'unknown';
    return this.holds(found.condition, day);
  }

  private times(condition: p.Condition & { kind: 'happened' }, day: Day): number | 'unknown' {
    const span = condition.window && this.window(condition.window, day);
    if (span === 'none') return 0;
    if (span === 'unknown') return 'unknown';
    const days = this.eventDays(condition.event, day, isOfThisOne(condition));
    return days.filter((each) => !span || inSpan(span, each)).length;
  }

  /** Of the absence that runs on the day: about its days, or told while it ran, or the school day before, or after it. */
  private reasonGiven(day: Day): boolean {
    const absences = absencesOf(this.sessions, this.asAt);
    const running = absences.find((each) => inSpan(each, day));
    if (!running) return false;
    const { schoolDays } = this.about.register.calendar;
    return this.acts('reason', 'given').some((act) => {
      if (act.about) return act.about.from <= running.to && running.from <= act.about.to;
      const next = schoolDays.find((each) => each > act.day);
      const meant =
        absences.find((each) => inSpan(each, act.day)) ??
        absences.find((each) => each.from === next) ??
        absences.findLast((each) => each.to < act.day);
      return meant?.from === running.from;
    });
  }

  private isToday(set: p.SessionSet, day: Day): boolean {
    return this.sessions.some((each) => each.day === day && sessionStands(each, set) === 'in');
  }
}

const never = Number.MAX_SAFE_INTEGER as Day;

function isOfThisOne({ window }: p.Condition & { kind: 'happened' }): boolean {
  return window === undefined || window.kind === 'since';
}

/** Two quantities, each an interval: sure where every choice from them answers alike. */
function comparedTo(comparator: p.ComparatorName, left: Amount, right: Amount): Answer {
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  const below = compareFractions(left.most, right.least);
  const above = compareFractions(left.least, right.most);
  switch (comparator) {
    case 'at least':
      return above >= 0 ? 'yes' : below < 0 ? 'no' : 'unknown';
    case 'more than':
    case 'above':
      return above > 0 ? 'yes' : below <= 0 ? 'no' : 'unknown';
    case 'at most':
      return below <= 0 ? 'yes' : above > 0 ? 'no' : 'unknown';
    case 'fewer than':
    case 'below':
      return below < 0 ? 'yes' : above >= 0 ? 'no' : 'unknown';
    case 'exactly':
      return below === 0 && above === 0 ? 'yes' : below < 0 || above > 0 ? 'no' : 'unknown';
  }
}

function agreed<Each>(readings: readonly Each[]): Each | undefined {
  return new Set(readings.map((each) => JSON.stringify(each))).size === 1 ? readings[0] : undefined;
}

function whole(least: number, most: number): Amount {
  return { least: fraction(least), most: fraction(most) };
}

function yesNo(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

function inSpan({ from, to }: PlainSpan, day: Day): boolean {
  return from <= day && day <= to;
}

export function daysIn({ from, to }: PlainSpan): readonly Day[] {
  return to < from ? [] : Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index));
}
