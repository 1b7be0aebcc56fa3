import type { Place } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Leaf } from '../../reading/leaves.ts';
import { compare } from '../../relations.ts';
import { speaker } from '../../value-words.ts';
import { improvementPeriods } from './improvement-notice.ts';
import { inWords } from '../in-words/in-words.ts';
import { leavesOf, periodOf } from '../../reading/leaves.ts';
import { penaltyRules } from '../penalty-notices/penalty-notices.ts';

/**
 * By what improvement a penalty notice is avoided: by a person’s judgement of the improvement, case by case; or by a count
 * during the notice to improve, which is one rule for all. Otherwise what the policy’s words say.
 */
export const improvementMeasure: Subject = {
  fields: ['nti.sufficient_improvement'],
  unsaid: () => 'by what improvement a penalty notice is avoided',
  claims(question) {
    const periods = new Set(improvementPeriods(question).map(({ period }) => period));
    const claims = penaltyRules(question).flatMap(({ policy, rule, conditions }) =>
      leavesOf(question, policy, rule.place, conditions).flatMap((leaf) => claimsOf(question, leaf, periods)),
    );
    return claims.length > 0 ? claims : inWords.claims(question);
  },
};

/** The improvement itself; a period, or a notice, is only named by it. */
const ofImprovement = /\bimprov(?!ement (?:period|notice)\b)/i;

function claimsOf(question: Question, leaf: Leaf, periods: ReadonlySet<unknown>): readonly Claim[] {
  const { condition, place } = leaf;
  if (condition.kind === 'judged' && ofImprovement.test(condition.title))
    return [claim(question, place, true, `It is judged of each pupil: “${condition.title}”`)];
  const period = periodOf(leaf)?.found;
  if (condition.kind !== 'compare' || period === undefined || !periods.has(period)) return [];
  return [claim(question, place, false, `One rule holds for all: “${condition.words}”`)];
}

function claim({ provision }: Question, place: Place, holds: boolean, what: string): Claim {
  const meets = compare(provision.relation, provision.value, { kind: 'truth', holds }) === 'meets';
  const says = speaker(provision.level);
  const why = meets ? `${what}, as ${says} has it.` : `${what}; ${says} has it set case by case.`;
  return { part: 'the improvement', verdict: meets ? 'meets' : 'breaches', why, place };
}
