import type { Ladder } from '../../resolve/policy.ts';
import type { CheckingRule } from '../rule.ts';
import { compareFractions } from '../../../register/fraction.ts';
import { diagnostic } from '../../text/report.ts';

/** ladder-climbs: on a ladder by measure, a later stage is never reached sooner than an earlier one. */
export const ladderClimbs: CheckingRule = ({ policy }) => policy.ladders.flatMap(faults);

function faults(ladder: Ladder) {
  return ladder.stages.slice(1).flatMap((stage, index) => {
    const before = ladder.stages[index]!;
    const [low, high] = [before.entry, stage.entry];
    if (!low || !high || !('value' in low) || !('value' in high) || low.kind !== high.kind) return [];
    const order = compareFractions(low.value, high.value);
    if (high.kind === 'from' ? order < 0 : order > 0) return [];
    return [diagnostic('ladder-climbs', stage.place.source, stage.place.span, [stage.title, before.title])];
  });
}
