import type { UnitName } from './penalty-notices.ts';
import type { Fine } from '../../resolve/policy.ts';
import type { PaymentStep, Unit, Value } from '../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../subject.ts';
import { units } from '../../rulebook/value.ts';
import { clauseHolds } from '../clause.ts';
import { compare } from '../relations.ts';
import { speaker, valueWords } from '../value-words.ts';
import { penaltyNotices } from './penalty-notices.ts';

/** What a first penalty notice costs, and within what time: the fines of a notice that are for the first, or for any. */
export const penaltyAmount: Subject = {
  fields: ['pn.amount', 'pn.first'],
  unsaid: () => 'what a penalty notice costs',
  claims(question) {
    return penaltyNotices(question).flatMap(({ notice }) =>
      notice.fines
        .filter((fine) => fine.which !== 'second' && clauseHolds(fine.place, question.regime.day))
        .map((fine) => claimOf(question, fine)),
    );
  },
};

function claimOf({ provision }: Question, fine: Fine): Claim {
  const stated = paymentOf(fine);
  const verdict = stated === undefined ? 'breaches' : compare(provision.relation, provision.value, stated);
  const costs = `A penalty notice costs ${stated === undefined ? fineWords(fine) : valueWords(stated)}`;
  const says = speaker(provision.level);
  return {
    part: 'the amount',
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: verdict === 'meets' ? `${costs}, as ${says} has it.` : `${costs}; ${says} has ${valueWords(provision.value)}.`,
    place: fine.place,
  };
}

/** Undefined where a time is in a unit that no provision knows, such as half terms. */
function paymentOf(fine: Fine): Value | undefined {
  const steps = fine.steps.flatMap(({ pounds, within, unit }): readonly PaymentStep[] => {
    if (!isUnit(unit)) return [];
    const amount = { kind: 'quantity', number: pounds.numerator / pounds.denominator, unit: 'pounds' } as const;
    return [{ amount, within: { kind: 'quantity', number: within, unit } }];
  });
  return steps.length === fine.steps.length ? { kind: 'payment', steps } : undefined;
}

function fineWords(fine: Fine): string {
  return fine.steps
    .map(({ pounds, within, unit }) => `£${pounds.numerator / pounds.denominator} within ${within} ${unit}`)
    .join(', then ');
}

function isUnit(unit: UnitName): unit is UnitName & Unit {
  return (units as readonly string[]).includes(unit);
}
