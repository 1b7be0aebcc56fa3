import type { Timeline } from './timeline.ts';
import { NOT_TAKEN } from '../../register/pupil-register.ts';
import { membersOf } from './session-classes.ts';
import type { SessionSet } from '../resolve/policy.ts';

const memberCache = new WeakMap<object, Map<string, Uint8Array>>();

function members(timeline: Timeline, set: SessionSet): Uint8Array {
  let byKey = memberCache.get(timeline.codes);
  if (!byKey) memberCache.set(timeline.codes, (byKey = new Map()));
  const key = 'class' in set ? set.class : set.codes.join(' ');
  let found = byKey.get(key);
  if (!found) byKey.set(key, (found = membersOf(timeline.codes, set)));
  return found;
}

/** How much of a school day lies in a class: of the sessions with a mark, none, some or all; or the day has no mark. */
export function dayIn(timeline: Timeline, schoolDay: number, set: SessionSet): 'none' | 'some' | 'all' | 'no mark' {
  const table = members(timeline, set);
  const { sessions } = timeline.about.register;
  let marked = 0;
  let inside = 0;
  for (let half = 0; half < 2; half++) {
    const byte = sessions[schoolDay * 2 + half]!;
    if (byte === NOT_TAKEN) continue;
    marked++;
    inside += table[byte]!;
  }
  if (marked === 0) return 'no mark';
  return inside === 0 ? 'none' : inside === marked ? 'all' : 'some';
}

/**
 * Whether all of a school day lies in a class: `perhaps` where a session whose register was not taken could decide it,
 * `not yet` where only sessions still to come could.
 */
export function wholeDayIn(
  timeline: Timeline,
  schoolDay: number,
  set: SessionSet,
): 'in' | 'out' | 'perhaps' | 'not yet' {
  const found = dayIn(timeline, schoolDay, set);
  if (found === 'none' || found === 'some') return 'out';
  if (timeline.notTaken[schoolDay + 1]! > timeline.notTaken[schoolDay]!) return 'perhaps';
  const { sessions } = timeline.about.register;
  const whole = sessions[schoolDay * 2] !== NOT_TAKEN && sessions[schoolDay * 2 + 1] !== NOT_TAKEN;
  return whole ? 'in' : 'not yet';
}
