import type { Value } from '../../rulebook/rulebook.ts';
import type { Question } from '../subject.ts';
import type { Limb } from './penalty-limbs.ts';
import { codesCounted } from './penalty-limbs.ts';

/**
 * Whether a ground is reached only by those who have reached the threshold in force already: so many whole school days in a
 * row (two sessions each) of codes that all count, within a window that so many school days cannot leave, for each of its
 * school weeks has at least one. Beside a threshold such a ground passes nobody over.
 */
export function isNarrower(question: Question, limb: Limb): boolean {
  if (limb.kind !== 'count') return false;
  const { count, compared } = limb;
  if (count.unit !== 'school days' || count.window.kind !== 'in a row' || count.partDays) return false;
  if (compared.to.kind !== 'constant' || compared.comparator !== 'at least') return false;
  const days = compared.to.value.numerator / compared.to.value.denominator;
  const sessions = required(question, 'pn.threshold.sessions');
  const window = required(question, 'pn.threshold.window');
  const codes = required(question, 'pn.threshold.codes');
  if (sessions?.kind !== 'quantity' || window?.kind !== 'window' || codes?.kind !== 'codes') return false;
  const counted = new Set(codesCounted(count, question.regime.codes));
  return (
    2 * days >= sessions.number &&
    window.unit === 'school weeks' &&
    days <= window.number &&
    counted.isSubsetOf(new Set(codes.codes))
  );
}

function required({ regime }: Question, field: string): Value | undefined {
  return regime.provisions.find((each) => each.field === field)?.value;
}
