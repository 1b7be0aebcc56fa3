import type { Asked } from '../../asked.ts';
import { isBarred, isOpen, one } from '../../asked.ts';

type Answer = Readonly<Record<string, unknown>>;

const grant = 'elements.leave-of-absence.grant-leave-of-absence';
const bars: readonly string[] = [`${grant}-2`, `${grant}-3`];

/** Grantable where the headteacher may grant it; refused where a bar stands that nothing can still lift. */
export function leaveDecision(of: Asked): Answer {
  const barred = bars.some((id) => isBarred(of, id) && one(of.finding().bars, id).needs.length === 0);
  const decides = of.finding().duties.find(({ id }) => id === 'elements.leave-of-absence.decide-leave-of-absence');
  return {
    decision: barred ? 'refuse' : undefined,
    grantable: barred ? false : isOpen(of, grant) || undefined,
    decider: decides?.subject[0]?.title.toLowerCase(),
  };
}
