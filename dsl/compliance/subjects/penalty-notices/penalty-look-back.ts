import type { Paper } from '../../../resolve/policy.ts';
import type { Value } from '../../../rulebook/rulebook.ts';
import type { Claim, Question } from '../../subject.ts';
import { compare } from '../../relations.ts';
import { unitOfLaw } from '../../unit-meaning.ts';
import { quantityWords, speaker } from '../../value-words.ts';
import { perClause } from '../../reading/readings.ts';

/**
 * Which earlier notice makes one the second: one within the time in which the law counts notices. Where a policy sets no
 * time, an earlier notice counts however old it is.
 */
export function lookBackClaims(question: Question, notice: Paper): readonly Claim[] {
  const limit = question.regime.provisions.find(({ field }) => field === 'pn.max_per_parent_per_child')?.value;
  const within = limit?.kind === 'quantity' ? limit.in : undefined;
  if (!within) return [];
  const place = notice.details.find(({ word }) => word === 'counted per')?.place ?? notice.place;
  const required: Value = { kind: 'quantity', number: within.number, unit: within.unit };
  const says = `${speaker(question.provision.level)} counts those of ${quantityWords(required)}`;
  const part = 'which is the second';
  if (notice.lookBack.length === 0) {
    const why = `The policy does not say within what time an earlier notice makes one the second; ${says}.`;
    return [{ part, verdict: 'silent', why, place }];
  }
  return perClause(
    notice.lookBack.map(({ window }): Claim => {
      const unit = window.kind === 'rolling' ? unitOfLaw(window.unit) : undefined;
      if (window.kind !== 'rolling' || !unit) {
        const why = `An earlier notice makes one the second however old it is; ${says}.`;
        return { part, verdict: 'breaches', why, place };
      }
      const stated = { kind: 'quantity', number: window.number, unit } as const;
      const counts = `An earlier notice of ${quantityWords(stated)} makes one the second`;
      if (compare('exactly', required, stated) === 'meets')
        return { part, verdict: 'meets', why: `${counts}, as ${speaker(question.provision.level)} has it.`, place };
      return { part, verdict: 'breaches', why: `${counts}; ${says}.`, place };
    }),
  );
}
