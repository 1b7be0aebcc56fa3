import type { CodeTable } from '../../register/attendance-code.ts';
import type { Timeline } from './timeline.ts';
import { NOT_TAKEN } from '../../register/pupil-register.ts';
import { membersOf } from './session-classes.ts';
import type { SessionSet } from '../resolve/policy.ts';

const memberCache = new WeakMap<SessionSet, { readonly codes: CodeTable; readonly table: Uint8Array }>();

/** By byte of the register: 1 where its code belongs to a class. Kept by the set itself, which a policy holds once. */
export function members({ codes }: Timeline, set: SessionSet): Uint8Array {
  const known = memberCache.get(set);
  if (known?.codes === codes) return known.table;
  const table = membersOf(codes, set);
  memberCache.set(set, { codes, table });
  return table;
}

/** How much of a school day lies in a class: of the sessions with a mark, none, some or all; or the day has no mark. */
export function dayIn(timeline: Timeline, schoolDay: number, set: SessionSet): 'none' | 'some' | 'all' | 'no mark' {
  const table = members(timeline, set);
  const { sessions } = timeline.about.register;
  let marked = 0;
  let inside = 0;
  for (let half = 0; half < 2; half++) {
    const byte = sessions[schoolDay * 2 + half]!;
    const noted = byte === NOT_TAKEN && isNoted(timeline, schoolDay * 2 + half, set);
    if (byte === NOT_TAKEN && !noted) continue;
    marked++;
    inside += noted ? 1 : table[byte]!;
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
  const { sessions } = timeline.about.register;
  const known = (session: number): boolean => sessions[session] !== NOT_TAKEN || isNoted(timeline, session, set);
  if (known(schoolDay * 2) && known(schoolDay * 2 + 1)) return 'in';
  return timeline.notTaken[schoolDay + 1]! > timeline.notTaken[schoolDay]! ? 'perhaps' : 'not yet';
}

/** The same of a count of school days, which may take in those of which only a part lies in the class. */
export function countedDay(
  timeline: Timeline,
  schoolDay: number,
  { of, partDays }: { readonly of: SessionSet; readonly partDays: boolean },
): ReturnType<typeof wholeDayIn> {
  if (!partDays) return wholeDayIn(timeline, schoolDay, of);
  const found = dayIn(timeline, schoolDay, of);
  if (found === 'some' || found === 'all') return 'in';
  if (timeline.notTaken[schoolDay + 1]! > timeline.notTaken[schoolDay]!) return 'perhaps';
  const { sessions } = timeline.about.register;
  return sessions[schoolDay * 2] !== NOT_TAKEN && sessions[schoolDay * 2 + 1] !== NOT_TAKEN ? 'out' : 'not yet';
}

/** How a session, by its place among all, stands to a class. */
export function sessionIn(timeline: Timeline, at: number, set: SessionSet): ReturnType<typeof wholeDayIn> {
  const byte = timeline.about.register.sessions[at]!;
  if (byte !== NOT_TAKEN) return members(timeline, set)[byte] === 1 ? 'in' : 'out';
  const schoolDay = at >> 1;
  return timeline.notTaken[schoolDay + 1]! > timeline.notTaken[schoolDay]! ? 'perhaps' : 'not yet';
}

/** Whether people noted that the pupil is absent from a session whose register is not taken. */
export function isNoted(timeline: Timeline, session: number, set: SessionSet): boolean {
  return 'class' in set && set.class === 'absent' && timeline.notedAbsent.has(session);
}
