import type { Day } from '../../../register/day.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import { addDays } from '../../../register/day.ts';
import type { Plain } from './plain.ts';
import { agreed, LeftAside } from './plain.ts';
import { dayAfter, rollingFrom, spansOf } from './plain-calendar.ts';
import type { PlainSpan } from './plain-days.ts';
import { eventDays } from './plain-events.ts';

/** The days that a window takes in, asked on a day; none where it has not begun. */
export function windowOn(plain: Plain, window: p.Window, day: Day): PlainSpan | 'none' | 'unknown' {
  switch (window.kind) {
    case 'this': {
      const begun = spansOf(plain.about, window.unit).filter(({ from }) => from <= day);
      return begun.length === 0 ? 'unknown' : { from: begun.at(-1)!.from, to: day };
    }
    case 'last':
      return (
        spansOf(plain.about, window.unit)
          .filter(({ from }) => from <= day)
          .at(-2) ?? 'unknown'
      );
    case 'rolling': {
      const from = rollingFrom(plain.about, window.number, window.unit, day);
      if (from === undefined) return 'none';
      const { after } = window;
      return { from: after !== undefined && after >= from ? addDays(after, 1) : from, to: day };
    }
    case 'since': {
      const from = eventDays(plain, window.event, day, true).at(-1);
      return from === undefined ? 'none' : { from, to: day };
    }
    case 'during':
      return lastOf(plain, window.period, day);
    case 'ever':
    case 'in a row':
      return { from: plain.about.register.calendar.years[0]!.from, to: day };
  }
}

function lastOf(plain: Plain, name: string, day: Day): PlainSpan | 'none' | 'unknown' {
  const readings = periodReadings(plain, name)?.map((spans) => {
    const last = spans.filter(({ from }) => from <= day).at(-1);
    return last ? { from: last.from, to: last.to < day ? last.to : day } : ('none' as const);
  });
  return (readings && agreed(readings)) ?? 'unknown';
}

/** Every run of days of a period, by reading; undefined where it is not stated. */
export function periodReadings(plain: Plain, name: string): readonly (readonly PlainSpan[])[] | undefined {
  const period = plain.policy.periods.find((each) => each.name === name);
  if (!period) throw new LeftAside('a period of a layer above');
  if (period.stretches.length === 0) return undefined;
  return period.stretches.flatMap((stretch) => {
    switch (stretch.kind) {
      case 'dates':
        return [[{ from: stretch.from, to: stretch.to }]];
      case 'after':
      case 'from':
        // Of a length that nobody chose, the shortest and the longest are readings.
        return [...new Set([stretch.least, stretch.most])].map((number) => {
          const events = eventDays(plain, stretch.event, plain.asAt, false);
          return events.map((event, index) => {
            const chosen = stretch.least < stretch.most && chosenOf(plain, name, event, events[index + 1] ?? never);
            const base = stretch.kind === 'from' ? addDays(event, -1) : event;
            const to = dayAfter(plain.about, base, number, stretch.unit) ?? never;
            return chosen ? chosen : { from: addDays(base, 1), to };
          });
        });
      default:
        throw new LeftAside(stretch.kind);
    }
  });
}

/** The days last chosen for a run, after the event that opens it and before the next. */
function chosenOf(plain: Plain, name: string, from: Day, before: Day): PlainSpan | undefined {
  return plain.entries
    .flatMap((entry) => (entry.kind === 'act' && entry.name === name && entry.done === 'chosen' ? [entry] : []))
    .findLast(({ day, about }) => about !== undefined && from <= day && day < before)?.about;
}

const never = Number.MAX_SAFE_INTEGER as Day;
