import type { Day } from '../../register/day.ts';
import type { Act } from '../../register/case-log.ts';
import type { Period, Stretch, UnitName } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { Span } from './calendar-tables.ts';
import { addDays, addMonths, dayOf, partsOf } from '../../register/day.ts';
import { birthMissing } from './condition-born.ts';
import type { CompiledPeriod } from './compiled-period.ts';
import { begunBy } from './compiled-period.ts';
import { clauseOf, fullName } from './context.ts';
import { daysAfter, spansOf } from './calendar-tables.ts';
import { eventDays } from './events.ts';
import { remembered } from './remembered.ts';
import { actKey } from './timeline.ts';

/** A period of a policy; what turns on it is determined only where all its readings agree. */
export function compilePeriod(context: CompileContext, period: Period): CompiledPeriod {
  const { title, stretches } = period;
  const stated = stretches.length > 0;
  const birthday = stretches.some((each) => each.kind === 'from birthday');
  const clause = clauseOf(period.place, context.prefix);
  const name = `${context.prefix}${period.name}`;
  const lengths = stretches.flatMap((each) => chosenLength(each) ?? []);
  let working = false;
  const everyRun = remembered((timeline) =>
    stretches.flatMap((each) => {
      const length = chosenLength(each);
      if (!length) return [spans(context, each, timeline)];
      const runs = runsOf(context, name, length, timeline);
      return [runs.map(({ span }) => span('least')), runs.map(({ span }) => span('most'))];
    }),
  );
  return {
    name,
    title,
    need: (timeline) => {
      if (birthday) return birthMissing(stretches.some((each) => 'first' in each && typeof each.first === 'string'));
      if (!stated) return { kind: 'not stated', what: title, clause };
      const open = lengths.some((each) => runsOf(context, name, each, timeline).some(({ chosen }) => !chosen));
      if (open) return { kind: 'data', what: `how long “${title}” is: ${lengths.map(stretchWords).join(' or ')}` };
      return { kind: 'reading', what: title, readings: stretches.map(stretchWords) };
    },
    inRange: (timeline, day) => {
      if (lengths.length === 0) return undefined;
      const found = lengths.map((each) => {
        // What is chosen with the notice is told of from that day on, though the period begins on the next.
        const opened = ({ span }: ChosenRun): boolean => addDays(span('least').from, -1) <= day;
        const run = runsOf(context, name, each, timeline).findLast(opened);
        return run?.chosen ? liesInRange(run) : null;
      });
      return found.every((each) => each === found[0]) ? found[0]! : null;
    },
    readings: (timeline, day) => {
      if (!stated) return undefined;
      // A period that turns on itself is told when the policy is checked; it never begins.
      if (working) return stretches.map(() => []);
      const known = birthday && knownOtherwise(name, timeline);
      if (known) return [known];
      working = true;
      const found = everyRun(timeline);
      working = false;
      const told = found.flatMap((each) => (each ? [each.filter((span) => span.from <= day)] : []));
      return told.length === found.length ? told : undefined;
    },
    turns: remembered((timeline) => {
      if (working) return [];
      working = true;
      const runs = everyRun(timeline).flatMap((each) => each ?? []);
      working = false;
      return [...new Set(runs.flatMap(({ from, to }) => [from, to, addDays(to, 1)]))].sort((a, b) => a - b);
    }),
  };
}

/** A day that the school's calendar does not reach yet; the last of a period that has no end. */
export const beyond = Number.MAX_SAFE_INTEGER as Day;
/** The first day of a period that is known to have begun, and not when. */
export const longAgo = Number.MIN_SAFE_INTEGER as Day;

/** Where no date of birth is recorded, the pupil's data may hold under the period's name whether it has begun. */
function knownOtherwise(name: string, { about }: Timeline): readonly Span[] | undefined {
  if (about.dateOfBirth !== undefined) return undefined;
  const known = about.pupilFacts[name] ?? about.pupilFacts[name.slice(name.lastIndexOf('.') + 1)];
  return known === undefined ? undefined : known ? [{ from: longAgo, to: beyond }] : [];
}

/** After E: E's day is not counted. From E: it is day 1, if it is such a day (SI 2024/210 counts in the same two ways). */
function spans(context: CompileContext, stretch: Stretch, timeline: Timeline): readonly Span[] | undefined {
  switch (stretch.kind) {
    case 'dates':
      return [{ from: stretch.from, to: stretch.to }];
    case 'last of': {
      const whole = context.period(fullName(context, stretch.period));
      return ((whole && begunBy(whole, timeline, timeline.asAt)) ?? []).map((span) => {
        const months = stretch.number * (stretch.unit === 'years' ? 12 : 1);
        return { from: addDays(addMonths(span.to, -months), 1), to: span.to };
      });
    }
    case 'from birthday': {
      const from = fromBirthday(stretch, timeline);
      return from === undefined ? undefined : [{ from, to: beyond }];
    }
    case 'after':
    case 'from':
      return eventDays(context, stretch.event, timeline).map((event) =>
        spanAfter(stretch, event, stretch.most, stretch.unit, timeline),
      );
  }
}

type FromEvent = Extract<Stretch, { readonly kind: 'after' | 'from' }>;

function chosenLength(stretch: Stretch): FromEvent | undefined {
  return 'least' in stretch && stretch.least < stretch.most ? stretch : undefined;
}

function spanAfter(stretch: FromEvent, event: Day, number: number, unit: UnitName, { tables }: Timeline): Span {
  const base = stretch.kind === 'from' ? addDays(event, -1) : event;
  // A month from 1 October ends on 31 October, and not on the date of 30 September a month on.
  const byDate = base !== event && (unit === 'months' || unit === 'years');
  const last = byDate ? addDays(daysAfter(tables, event, number, unit)!, -1) : daysAfter(tables, base, number, unit);
  return { from: addDays(base, 1), to: last ?? beyond };
}

/** A run whose length is chosen: by what was logged of it after it was opened and before the next, where it was. */
interface ChosenRun {
  readonly chosen: Act | undefined;
  readonly span: (end: 'least' | 'most') => Span;
  /** The range that it may be chosen from. */
  readonly range: { readonly least: Span; readonly most: Span };
}

function runsOf(context: CompileContext, name: string, stretch: FromEvent, timeline: Timeline): readonly ChosenRun[] {
  const events = eventDays(context, stretch.event, timeline);
  const choices = timeline.acts.get(actKey(name, 'chosen')) ?? [];
  return events.map((event, index) => {
    const next = events[index + 1] ?? beyond;
    const chosen = choices.findLast(
      ({ day, about, lasting }) => event <= day && day < next && (about !== undefined || lasting !== undefined),
    );
    const ofLength = (number: number, unit: UnitName = stretch.unit): Span =>
      spanAfter(stretch, event, number, unit, timeline);
    const range = { least: ofLength(stretch.least), most: ofLength(stretch.most) };
    const { about, lasting } = chosen ?? {};
    const settled =
      about ??
      (lasting && ofLength(lasting.number, lasting.unit === 'weeks' ? stretch.unit : (lasting.unit as UnitName)));
    return { chosen, range, span: (end) => settled ?? range[end] };
  });
}

function liesInRange({ range, span }: ChosenRun): boolean {
  const { to } = span('most');
  return range.least.to <= to && to <= range.most.to;
}

/** The first such day on or after the birthday, or the first day of the first such term after it; undefined where the calendar has none. */
function fromBirthday(
  { first, orOn, birthday }: Stretch & { kind: 'from birthday' },
  { about: { dateOfBirth }, tables, asAt }: Timeline,
): Day | undefined {
  if (dateOfBirth === undefined) return undefined;
  const reached = addMonths(dateOfBirth, birthday * 12);
  const earliest = orOn ? reached : addDays(reached, 1);
  if (typeof first === 'string') {
    const spans = spansOf(tables, first);
    const found = spans.find((span) => span.from >= earliest)?.from;
    return found ?? (spans.some((span) => asAt <= span.to) ? beyond : undefined);
  }
  const { year } = partsOf(earliest);
  const days = [year, year + 1].flatMap((each) =>
    first.map(({ month, date }) => dayOf(each, month, date) ?? addDays(dayOf(each, month + 1, 1)!, -1)),
  );
  return days.filter((day) => day >= earliest).toSorted((a, b) => a - b)[0];
}

function stretchWords(stretch: Stretch): string {
  if (stretch.kind === 'dates') return 'its printed dates';
  if (stretch.kind === 'from birthday') return `birthday ${stretch.birthday}`;
  const chosen = chosenLength(stretch);
  if (chosen) return `from ${chosen.least} to ${chosen.most} ${chosen.unit}`;
  const number = stretch.kind === 'last of' ? stretch.number : stretch.most;
  return `${number} ${stretch.unit}`;
}
