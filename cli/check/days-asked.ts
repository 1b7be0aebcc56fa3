import { formatIsoDay, parseIsoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import { CommandFailure } from '../context.ts';
import { today } from '../read-day.ts';

/** For which days policies are held beside the law. */
export type DaysAsked =
  /** Each policy’s own first day in force, and today where that differs. */
  | { readonly kind: 'own and today'; readonly today: Day }
  | { readonly kind: 'day'; readonly day: Day }
  /** Both included. */
  | { readonly kind: 'range'; readonly from: Day; readonly to: Day };

/** What a check is asked: the days, and whether every row is wanted or those alone that there is something to say of. */
export interface CheckQuestion {
  readonly days: DaysAsked;
  readonly rows: 'all' | 'told';
}

/** `2024-09-01`, `today`, or a run of days `2024-08-01..2024-09-30`. Throws CommandFailure 2 where it is none. */
export function readDaysAsked(option: string | undefined): DaysAsked {
  if (option === undefined) return { kind: 'own and today', today: today() };
  const parts = option.split('..');
  const [from, to, more] = parts.map((part) => (part === 'today' ? today() : parseIsoDay(part)));
  if (from === undefined || more !== undefined || (parts.length > 1 && to === undefined)) {
    throw new CommandFailure(
      2,
      `--as-at is “${option}”, which is no day. Write it as year-month-day, or a run of days: --as-at 2024-03-28, --as-at today, --as-at 2024-08-01..2024-09-30`,
    );
  }
  if (to === undefined) return { kind: 'day', day: from };
  if (to < from) throw new CommandFailure(2, `--as-at is “${option}”: its last day comes before its first.`);
  return { kind: 'range', from, to };
}

/** What tells one question from another; today is not part of the one that changes with it. */
export function questionKey({ days, rows }: CheckQuestion): string {
  return `${rows} ${daysKey(days)}`;
}

function daysKey(asked: DaysAsked): string {
  if (asked.kind === 'own and today') return '';
  return asked.kind === 'day' ? formatIsoDay(asked.day) : `${formatIsoDay(asked.from)}..${formatIsoDay(asked.to)}`;
}
