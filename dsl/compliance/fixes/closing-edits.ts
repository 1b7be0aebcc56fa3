import type { TextEdit } from '../../text/diagnostic.ts';
import type { ClockTime } from '../../../register/clock-time.ts';
import type { HalfDayRules, Place, Policy } from '../../resolve/policy.ts';
import { formatClockTime, halfOf, parseClockTime } from '../../../register/clock-time.ts';
import * as t from '../../syntax/tokens.ts';
import { clauseTokens, isPhrase } from './clause-tokens.ts';
import { edit } from './edit.ts';

/**
 * The time at which a register closes, so many minutes after its session begins: wherever that time stands in the rows of
 * the half day, and as a named time; later times before it with it, so that no row ends after the register has closed. Rows
 * within the limit stay as they are.
 */
export function closingEdits(minutes: number, layer: Policy, place: Place): readonly TextEdit[] {
  const half = halfAt(layer, place);
  if (half?.from === undefined) return [];
  const limit = half.from + minutes;
  const last = Math.max(...timesIn(place));
  const closing = timesIn(half.place)
    .concat(timesIn(place))
    .filter((time) => time > limit && time <= last);
  if (closing.length === 0) return [];
  const named = layer.times.filter(({ time }) => time !== undefined && closing.includes(time));
  return [half.place, ...named.map((each) => each.place)].flatMap((each) =>
    clauseTokens(each).flatMap((token, index, tokens) => {
      const time = token.type === t.ClockLiteral ? parseClockTime(token.text) : undefined;
      if (time === undefined || !closing.includes(time)) return [];
      // `before 09:31` and `from 09:31` are of the minute after the last.
      const before = tokens[index - 1];
      const minute = isPhrase(before, 'Before') || isPhrase(before, 'From') ? limit + 1 : limit;
      return [edit(token.start, token.end, formatClockTime(minute as ClockTime))];
    }),
  );
}

function halfAt(layer: Policy, place: Place): HalfDayRules | undefined {
  const inside = layer.halfDays.find((half) => half.place === place || half.rows.some((row) => row.place === place));
  if (inside) return inside;
  const time = layer.times.find((each) => each.place === place)?.time;
  return time === undefined ? undefined : layer.halfDays.find(({ half }) => half === halfOf(time));
}

/** The times of a clause; one that it gives by its name is changed where that is declared. */
function timesIn(place: Place): readonly number[] {
  return clauseTokens(place).flatMap((token) => {
    const time = token.type === t.ClockLiteral ? parseClockTime(token.text) : undefined;
    return time === undefined ? [] : [time];
  });
}
