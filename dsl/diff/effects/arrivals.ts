import type { AttendanceCode } from '../../../register/attendance-code.ts';
import type { ClockTime } from '../../../register/clock-time.ts';
import { formatClockTime, minutesADay } from '../../../register/clock-time.ts';
import { isAttended } from '../../../register/attendance-code.ts';
import type { HalfDayRules } from '../../resolve/policy.ts';
import type { Effect, Way } from '../change.ts';
import type { Parts } from '../declared.ts';
import type { Beside } from '../side.ts';
import { rowsAt } from '../../resolve/arrival-times.ts';
import { effect, families, neither } from '../effect.ts';

/** What an arrival is marked, minute by minute, beside what it was marked before. */
export function arrivalEffects({ codes }: Beside, is: Parts['half day'], was: Parts['half day']): readonly Effect[] {
  const half = is.half === 'AM' ? 'morning' : 'afternoon';
  if (is.stated !== was.stated) {
    return [
      neither(
        is.stated ? `the marks of the ${half} are stated now` : `the marks of the ${half} are not stated any more`,
      ),
    ];
  }
  const found: Effect[] = [];
  if (is.from !== was.from) {
    const [now, then] = [is.from, was.from].map((time) => (time === undefined ? 'not stated' : formatClockTime(time)));
    const earlier = is.from !== undefined && was.from !== undefined && is.from < was.from;
    const way = is.from === undefined || was.from === undefined ? 'neither' : earlier ? 'tighter' : 'looser';
    found.push(effect(way, families, `the ${half} begins at ${now}, not ${then}`));
  }
  for (const run of runsOf(is, was)) {
    const from = formatClockTime(run.from as ClockTime);
    const at = run.to === run.from ? `at ${from}` : `from ${from} to ${formatClockTime(run.to as ClockTime)}`;
    found.push(effect(wayOf(codes, run), families, `arriving in the ${half} ${at} is ${run.is}, and was ${run.was}`));
  }
  return found;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly is: string;
}

/** Minutes one after another that changed alike. */
function runsOf(is: HalfDayRules, was: HalfDayRules): readonly Run[] {
  const runs: Run[] = [];
  for (let minute = 0; minute < minutesADay; minute++) {
    const [now, then] = [markAt(is, minute as ClockTime), markAt(was, minute as ClockTime)];
    if (now === then) continue;
    const last = runs.at(-1);
    if (last?.to === minute - 1 && last.is === now && last.was === then)
      runs[runs.length - 1] = { ...last, to: minute };
    else runs.push({ from: minute, to: minute, was: then, is: now });
  }
  return runs;
}

const untold = 'undetermined';

/** Undetermined with what it may be, where it hangs on a time that is not stated or on how a row is read. */
function markAt(half: HalfDayRules, time: ClockTime): string {
  const { surely, perhaps } = rowsAt(half, time);
  const marks = new Set([...surely, ...perhaps].map(({ enters }) => markOf(enters)));
  if (surely.length > 0 && marks.size === 1) return [...marks][0]!;
  return marks.size === 0 ? untold : `${untold} (perhaps ${[...marks].sort().join(' or ')})`;
}

function markOf(enters: HalfDayRules['rows'][number]['enters']): string {
  return enters.kind === 'code' ? enters.code : enters.kind === 'class' ? enters.class : untold;
}

function wayOf(codes: readonly AttendanceCode[], { is, was }: Run): Way {
  const [now, then] = [gravity(codes, is), gravity(codes, was)];
  if (now === undefined || then === undefined || now === then) return 'neither';
  return now > then ? 'tighter' : 'looser';
}

/** How much a mark counts against a pupil; undefined where nobody can say. */
export function gravity(codes: readonly AttendanceCode[], mark: string): number | undefined {
  if (mark in classes) return classes[mark];
  const code = codes.find((each) => each.code === mark);
  if (!code) return undefined;
  if (isAttended(code.meaning)) return code.late ? classes['late'] : classes['present'];
  if (code.meaning === 'authorised absence') return classes['authorised'];
  return code.meaning === 'unauthorised absence' ? classes['unauthorised'] : undefined;
}
const classes: Readonly<Record<string, number>> = { present: 0, late: 1, authorised: 2, unauthorised: 3 };
