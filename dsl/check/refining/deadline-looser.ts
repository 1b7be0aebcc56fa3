import type { Policy, Rule, RuleTiming, UnitName } from '../../resolve/policy.ts';
import type { Verdict } from './comparison.ts';
import { formatClockTime, noon } from '../../../register/clock-time.ts';
import { asStrict, looser, untold } from './comparison.ts';
import { meaningOf } from './same-meaning.ts';

/** Whether a sentence may be carried out later in the day, or on a later day, than the one it refines. */
export function deadlineLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  return [...clockLooser(own, above), ...dayLooser(policy, own, layer, above)];
}

function clockLooser(own: Rule, above: Rule): readonly Verdict[] {
  const [last, lastAbove] = [lastMinute(own), lastMinute(above)];
  if (lastAbove === undefined) return asStrict;
  if (last === undefined) return looser('it names no time of day', `it is to be done by ${minuteWords(lastAbove)}`);
  if (last <= lastAbove) return asStrict;
  const [given, givenAbove] = [minuteWords(last), minuteWords(lastAbove)];
  return looser(`it gives until ${given}, not ${givenAbove}`, `it gives until ${givenAbove}, not ${given}`);
}

/** The last minute in time; undefined where no time of day is said. */
function lastMinute({ timing }: Rule): number | undefined {
  for (const each of timing) {
    if (each.kind === 'between times' && each.until !== undefined) return each.until;
    if ((each.kind === 'by time' || each.kind === 'at time') && each.time !== undefined) return each.time;
    if (each.kind === 'before time' && each.time !== undefined) return each.time - 1;
    if (each.kind === 'that morning') return noon - 1;
  }
  return undefined;
}

function minuteWords(minute: number): string {
  return minute === noon - 1
    ? 'the end of the morning'
    : formatClockTime(minute as Parameters<typeof formatClockTime>[0]);
}

type DayTiming = Extract<RuleTiming, { readonly kind: 'within' | 'no later than' | 'before event' | 'on date' }>;

function dayLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  const [days, daysAbove] = [dayOf(own), dayOf(above)];
  if (daysAbove === undefined) return asStrict;
  if (days === undefined) return looser('it sets no day', 'it sets a day');
  if (days === 'that day') {
    const sameStart = daysAbove === 'that day' || (daysAbove.kind === 'within' && daysAbove.of === undefined);
    return sameStart ? asStrict : untold('they are counted from different days');
  }
  if (daysAbove === 'that day') {
    return days.kind === 'within' && days.of === undefined
      ? looser('it gives more than the day itself', 'it is to be done on the day itself')
      : untold(apart);
  }
  if (days.kind === 'on date' && daysAbove.kind === 'on date') {
    return days.day > daysAbove.day ? looser('it sets a later day', 'it sets an earlier day') : asStrict;
  }
  if (days.kind === 'within' && daysAbove.kind === 'within') {
    if (eventOf(policy, days) !== eventOf(layer, daysAbove)) return untold(apart);
    return lengthLooser(days, daysAbove);
  }
  if (isBefore(days) && isBefore(daysAbove)) {
    if (eventOf(policy, days) !== eventOf(layer, daysAbove)) return untold(apart);
    const verdicts = lengthLooser(notice(daysAbove), notice(days));
    return verdicts.flatMap((each) =>
      each.kind === 'looser' ? looser('it asks for less notice', 'it asks for more notice') : [each],
    );
  }
  return untold(apart);
}
const apart = 'their deadlines cannot be laid side by side';

function dayOf({ timing }: Rule): DayTiming | 'that day' | undefined {
  const day = timing.find((each): each is DayTiming => dayKinds.has(each.kind));
  if (day) return day;
  return timing.some(({ kind }) => thatDay.has(kind)) ? 'that day' : undefined;
}
const dayKinds: ReadonlySet<RuleTiming['kind']> = new Set(['within', 'no later than', 'before event', 'on date']);
/** A time of day without a day is of the day on which the duty arises. */
const thatDay: ReadonlySet<RuleTiming['kind']> = new Set([
  ...(['absence day', 'same school day', 'that morning', 'each'] as const),
  ...(['by time', 'before time', 'at time', 'between times'] as const),
]);

function isBefore(each: DayTiming): each is Extract<DayTiming, { readonly kind: 'no later than' | 'before event' }> {
  return each.kind === 'no later than' || each.kind === 'before event';
}

function eventOf(policy: Policy, each: Exclude<DayTiming, { readonly kind: 'on date' }>): string {
  const event = each.kind === 'within' ? each.of : each.kind === 'before event' ? each.event : each.before;
  return event === undefined ? 'arising' : meaningOf(policy, event);
}

interface Length {
  readonly number: number;
  readonly unit: UnitName;
}

/** Before an event is by the day before it. */
function notice(each: Extract<DayTiming, { readonly kind: 'no later than' | 'before event' }>): Length {
  return each.kind === 'before event' ? { number: 1, unit: 'calendar days' } : each;
}

/** Whether one length is longer. So many school days are never shorter than as many days of the calendar. */
export function lengthLooser(own: Length, above: Length): readonly Verdict[] {
  if (own.unit === above.unit) return own.number > above.number ? moreTime(own, above) : asStrict;
  const [days, daysAbove] = [calendarDays(own), calendarDays(above)];
  if (days !== undefined && daysAbove !== undefined) {
    return days > daysAbove ? moreTime(own, above) : asStrict;
  }
  if (days !== undefined && /^(school|working) days$/.test(above.unit) && days <= above.number) return asStrict;
  return untold(`${own.unit} and ${above.unit} are different lengths`);
}

function moreTime(own: Length, above: Length): readonly Verdict[] {
  const [given, givenAbove] = [own, above].map(({ number, unit }) => `${number} ${unit}`);
  return looser(`it gives ${given}, not ${givenAbove}`, `it gives ${givenAbove}, not ${given}`);
}

function calendarDays({ number, unit }: Length): number | undefined {
  if (unit === 'calendar days') return number;
  return unit === 'calendar weeks' ? number * 7 : undefined;
}
