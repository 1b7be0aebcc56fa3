import type { HalfDayRules } from '../../../resolve/policy.ts';
import type { Regime } from '../../../rulebook/regime.ts';

type Enters = HalfDayRules['rows'][number]['enters'];

/** Whether a pupil for whom it is entered is present and not late; nothing at all is entered for one who is on time. */
export function isOnTime({ codes }: Regime, enters: Enters): boolean {
  if (enters.kind === 'class') return enters.class === 'present';
  if (enters.kind !== 'code') return true;
  return codes.some(({ code, meaning, late }) => code === enters.code && meaning === 'present' && !late);
}

export function isLate({ codes }: Regime, enters: Enters): boolean {
  if (enters.kind === 'class') return enters.class === 'late';
  return enters.kind === 'code' && codes.some(({ code, late }) => code === enters.code && late);
}

/** An unauthorised absence, which for a pupil who does arrive means that the register has closed. */
export function isUnauthorised({ codes }: Regime, enters: Enters): boolean {
  if (enters.kind === 'class') return enters.class === 'unauthorised';
  return (
    enters.kind === 'code' &&
    codes.some(({ code, meaning }) => code === enters.code && meaning === 'unauthorised absence')
  );
}
