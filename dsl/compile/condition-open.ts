import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Condition, OpeningHours, Service } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { isBankHoliday } from '../../register/bank-holiday.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { weekdayOf } from '../../register/day.ts';
import { clauseOf, fullName } from './context.ts';
import { NO, three, UNKNOWN, YES } from './truth.ts';

/** A service is open at the minute asked about: `until 17:00` is by or perhaps before, so 17:00 itself is undetermined. */
export function serviceOpen(
  context: CompileContext,
  condition: Condition & { kind: 'service open' },
): CompiledCondition {
  const name = fullName(context, condition.service);
  const find = (): Service | undefined => context.service(name);
  return {
    words: condition.words,
    compares: [],
    pulses: () => false,
    holds: (timeline, day) => isOpen(find(), timeline, day),
    needs: (timeline, day) => openNeeds(find(), context.prefix, timeline, day),
  };
}

/** Undetermined without hours in the document, without a time of day where it matters, and at the closing minute. */
export function isOpen(service: Service | undefined, timeline: Timeline, day: Day): Three {
  if (!service || service.hours.length === 0) return UNKNOWN;
  const today = hoursOn(service, timeline, day);
  if (today.length === 0) return NO;
  const { at } = timeline;
  if (at === undefined || day !== timeline.asAt) return UNKNOWN;
  if (today.some(({ opens, closes }) => opens <= at && at < closes)) return YES;
  return today.some(({ closes }) => at === closes) ? UNKNOWN : three(false);
}

/** What would tell whether a service is open. */
export function openNeeds(service: Service | undefined, prefix: string, timeline: Timeline, day: Day): readonly Need[] {
  if (!service || isOpen(service, timeline, day) !== UNKNOWN) return [];
  if (service.hours.length === 0) {
    return [{ kind: 'not stated', what: `when ${service.title} is open`, clause: clauseOf(service.place, prefix) }];
  }
  if (timeline.at === undefined || day !== timeline.asAt) return [{ kind: 'data', what: 'the time of day' }];
  return [
    {
      kind: 'reading',
      what: `until ${words(timeline.at)}`,
      readings: [`by ${words(timeline.at)}`, `before ${words(timeline.at)}`],
    },
  ];
}

function hoursOn(service: Service, timeline: Timeline, day: Day): readonly OpeningHours[] {
  const weekday = weekdayOf(day);
  return service.hours.filter(
    ({ from, to, notBankHolidays }) =>
      from <= weekday && weekday <= to && !(notBankHolidays && isOnBankHoliday(timeline, day)),
  );
}

function isOnBankHoliday({ calendar }: Timeline, day: Day): boolean {
  return calendar.years.some(({ closures }) =>
    closures.some((each) => isBankHoliday(each) && each.from <= day && day <= each.to),
  );
}

function words(time: ClockTime): string {
  return formatClockTime(time);
}
