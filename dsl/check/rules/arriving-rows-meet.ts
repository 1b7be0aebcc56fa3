import type { ClockTime } from '../../../register/clock-time.ts';
import type { HalfDayRules } from '../../resolve/policy.ts';
import type { CheckingRule } from '../rule.ts';
import { formatClockTime } from '../../../register/clock-time.ts';
import { rowsAt } from '../../resolve/arrival-times.ts';
import { diagnostic } from '../../text/report.ts';

/**
 * arriving-rows-meet: every minute from the first time printed to the last stands in exactly one row. A document that
 * leaves a hole keeps it, and is told, unless the half day says itself what is `unclear`.
 */
export const arrivingRowsMeet: CheckingRule = ({ policy }) =>
  policy.halfDays.flatMap((half) => {
    const faults = half.place.unclear === undefined ? runs(half) : [];
    return faults.map(({ from, to, code }) =>
      diagnostic(code, half.place.source, half.rows[0]?.place.span ?? half.place.span, [
        formatClockTime(from),
        formatClockTime(to),
      ]),
    );
  });

interface Run {
  readonly from: ClockTime;
  to: ClockTime;
  readonly code: 'time-gap' | 'time-overlap';
}

function runs(half: HalfDayRules): readonly Run[] {
  const printed = half.rows.flatMap((row) =>
    row.bounds.flatMap((bound) => (bound.time === undefined ? [] : [bound.time])),
  );
  if (printed.length === 0) return [];
  const found: Run[] = [];
  const last = Math.max(...printed) + 1;
  for (let minute = Math.min(...printed); minute <= last; minute++) {
    const time = minute as ClockTime;
    const { surely, perhaps } = rowsAt(half, time);
    const code = surely.length > 1 ? 'time-overlap' : surely.length + perhaps.length === 0 ? 'time-gap' : undefined;
    const run = found.at(-1);
    if (code !== undefined && run?.code === code && run.to === minute - 1) run.to = time;
    else if (code !== undefined) found.push({ from: time, to: time, code });
  }
  return found;
}
