import type { DayOfYear } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { partsOf } from '../../register/day.ts';
import { forever } from './lasting.ts';
import { three, UNKNOWN } from './truth.ts';

/** What a clause that turns on a birthday lacks; one that turns on a term needs the calendar as well. */
export function birthMissing(termsToo = false): Need {
  return { kind: 'data', what: `the pupil’s date of birth${termsToo ? ', or the terms that follow it' : ''}` };
}

/** The birthday lies in a part of the year, both days counted; one that ends before it begins runs over the turn of the year. */
export function born(
  words: string,
  { from, to }: { readonly from: DayOfYear; readonly to: DayOfYear },
): CompiledCondition {
  const inOrder = before(from, to);
  const holds = ({ about: { dateOfBirth } }: Timeline): Three => {
    if (dateOfBirth === undefined) return UNKNOWN;
    const birthday = partsOf(dateOfBirth);
    const [begun, over] = [before(from, birthday), !before(birthday, to)];
    return three(inOrder ? begun && !over : begun || !over);
  };
  return {
    words,
    compares: [],
    holds,
    pulses: () => false,
    lasts: () => forever,
    quiet: () => forever,
    needs: (timeline) => (holds(timeline) === UNKNOWN ? [birthMissing()] : []),
  };
}

/** On the same day or before it. */
function before(a: DayOfYear, b: DayOfYear): boolean {
  return a.month < b.month || (a.month === b.month && a.date <= b.date);
}
