import type { Day } from '../../register/day.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase } from '../compile/timeline.ts';
import type { Condition } from '../resolve/policy.ts';
import { paperMark } from '../evaluate/paper-marks.ts';

/** `yes` where the rows of a paper come to what an example expects; otherwise what they come to. */
export function whatItComesTo(
  compiled: CompiledPolicy,
  about: PupilCase,
  on: Day,
  { name, what }: Condition & { kind: 'comes to' },
): string {
  const mark = paperMark(compiled, about, name, on);
  const found = mark?.kind === 'code' ? mark.code : mark?.kind === 'class' ? mark.class : (mark?.kind ?? 'no mark');
  return found === what ? 'yes' : found;
}
