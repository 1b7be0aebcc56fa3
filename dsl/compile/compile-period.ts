import type { Day } from '../../register/day.ts';
import type { Period, Stretch } from '../resolve/policy.ts';
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

/** A period of a policy; what turns on it is determined only where all its readings agree. */
export function compilePeriod(context: CompileContext, period: Period): CompiledPeriod {
  const { title, stretches } = period;
  const stated = stretches.length > 0;
  const birthday = stretches.some((each) => each.kind === 'from birthday');
  const clause = clauseOf(period.place, context.prefix);
  let working = false;
  return {
    name: `${context.prefix}${period.name}`,
    title,
    need: birthday
      ? birthMissing(stretches.some((each) => 'first' in each && typeof each.first === 'string'))
      : stated
        ? { kind: 'reading', what: title, readings: stretches.map(stretchWords) }
        : { kind: 'not stated', what: title, clause },
    readings: (timeline, day) => {
      if (!stated) return undefined;
      // A period that turns on itself is told when the policy is checked; it never begins.
      if (working) return stretches.map(() => []);
      const known = birthday && knownOtherwise(`${context.prefix}${period.name}`, timeline);
      if (known) return [known];
      working = true;
      const found = stretches.map((each) => spans(context, each, timeline));
      working = false;
      const told = found.flatMap((each) => (each ? [each.filter((span) => span.from <= day)] : []));
      return told.length === found.length ? told : undefined;
    },
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
      return eventDays(context, stretch.event, timeline).map((event) => {
        const base = stretch.kind === 'from' ? addDays(event, -1) : event;
        // A month from 1 October ends on 31 October, and not on the date of 30 September a month on.
        const byDate = base !== event && (stretch.unit === 'months' || stretch.unit === 'years');
        const after = (number: number): Day => {
          if (byDate) return addDays(daysAfter(timeline.tables, event, number, stretch.unit)!, -1);
          return daysAfter(timeline.tables, base, number, stretch.unit) ?? beyond;
        };
        return {
          from: stretch.least === stretch.most ? addDays(base, 1) : after(stretch.least),
          to: after(stretch.most),
        };
      });
  }
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
  const number = stretch.kind === 'last of' ? stretch.number : stretch.most;
  return `${number} ${stretch.unit}`;
}
