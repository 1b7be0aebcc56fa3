import type { ClockTime } from '../../../register/clock-time.ts';
import type { Verdict } from './comparison.ts';
import { asStrict, looser } from './comparison.ts';

/** Whether a time of day is later than the one it refines. */
export function timeLooser(at: ClockTime | undefined, above: ClockTime | undefined): readonly Verdict[] {
  if (at === undefined || above === undefined) return looser('it states no time', 'it states a time');
  return at > above ? looser('it is a later time', 'it is an earlier time') : asStrict;
}
