import type { Fine, Paper } from '../../../resolve/policy.ts';
import type { PaymentStep, Value } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { unitOfLaw } from '../../unit-meaning.ts';
import { speaker, valueWords } from '../../value-words.ts';
import { clausesAbout } from '../in-words/clauses-about.ts';
import { lookBackClaims } from './penalty-look-back.ts';
import { penaltyLimbs } from './penalty-limbs.ts';
import { penaltyNotices } from './penalty-notices.ts';

/**
 * What a penalty notice costs, and within what time: the fines of a notice that are for the first, or for any; for a second
 * one those that are for the second, or for any. What a notice costs where an excluded pupil is found in a public place is
 * what any costs, where the policy speaks of public places at all; whether sums are meant for that one, where notices are
 * given for absence too, is not said.
 */
export const penaltyAmount: Subject = {
  fields: ['pn.amount', 'pn.first', 'pn.second_same_parent_same_child_3y', 'pn.excluded.amount'],
  unsaid: (field) => unsaid[field] ?? 'what a penalty notice costs',
  claims(question) {
    const second = question.provision.field === 'pn.second_same_parent_same_child_3y';
    const about = clausesAbout(question);
    if (about?.size === 0) return [];
    const besideAbsence = question.provision.field === 'pn.excluded.amount' && penaltyLimbs(question).length > 0;
    const claims = penaltyNotices(question).flatMap(({ notice }) => {
      const fines = finesOf(question, notice).filter(({ which }) => which !== (second ? 'first' : 'second'));
      const found = fines
        .map((fine) => claimOf(question, fine))
        .map((claim) => (besideAbsence && claim.verdict === 'breaches' ? ofAbsencePerhaps(claim) : claim));
      return fines.some(({ which }) => which === 'second') ? [...found, ...lookBackClaims(question, notice)] : found;
    });
    return claims.length > 0 ? claims : saidInWords(question, about);
  },
};

/** A sum in quoted words, for a person to look at. */
function saidInWords({ provision }: Question, about: ReturnType<typeof clausesAbout>): readonly Claim[] {
  const clause = [...(about ?? [])].find(({ texts }) => texts.some((text) => /£\d/.test(text)));
  if (!clause) return [];
  const why = `The policy speaks of it here, in words that the check cannot weigh; ${speaker(provision.level)} has ${valueWords(provision.value)}.`;
  return [{ part: 'the amount', verdict: 'silent', why, place: clause.place }];
}

const unsaid: Readonly<Record<string, string>> = {
  'pn.second_same_parent_same_child_3y': 'what a second penalty notice costs',
  'pn.excluded.amount': 'what a penalty notice costs where an excluded pupil is in a public place',
};

function finesOf({ regime }: Question, { fines }: Paper): readonly Fine[] {
  return fines.filter(({ place }) => clauseHolds(place, regime.day));
}

function claimOf({ provision }: Question, fine: Fine): Claim {
  const stated = paymentOf(fine);
  const verdict = stated === undefined ? 'breaches' : compare(provision.relation, provision.value, stated);
  const which = fine.which === 'second' ? 'A second penalty notice' : 'A penalty notice';
  const costs = `${which} costs ${stated === undefined ? fineWords(fine) : valueWords(stated)}`;
  const says = speaker(provision.level);
  return {
    part: 'the amount',
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: verdict === 'meets' ? `${costs}, as ${says} has it.` : `${costs}; ${says} has ${valueWords(provision.value)}.`,
    place: fine.place,
  };
}

function ofAbsencePerhaps(claim: Claim): Claim {
  const why = `The sums are those of any notice, and whether they are meant for a public place, or for absence alone, is not said. If for a public place too: ${claim.why}`;
  return { ...claim, verdict: 'silent', why };
}

/** Undefined where a time is in a unit that no provision knows, such as half terms. */
function paymentOf(fine: Fine): Value | undefined {
  const steps = fine.steps.flatMap(({ pounds, within, unit }): readonly PaymentStep[] => {
    const known = unitOfLaw(unit);
    if (!known) return [];
    const amount = { kind: 'quantity', number: pounds.numerator / pounds.denominator, unit: 'pounds' } as const;
    return [{ amount, within: { kind: 'quantity', number: within, unit: known } }];
  });
  return steps.length === fine.steps.length ? { kind: 'payment', steps } : undefined;
}

function fineWords(fine: Fine): string {
  return fine.steps
    .map(({ pounds, within, unit }) => `£${pounds.numerator / pounds.denominator} within ${within} ${unit}`)
    .join(', then ');
}
