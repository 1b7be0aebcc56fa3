import type { Period } from '../../../resolve/policy.ts';
import type { Quantity } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { units } from '../../../rulebook/value.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { isSaid } from '../../reading/words-said.ts';
import { quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';

/** For how long an entry of the register is kept: a period that says so, and else the number of years in words. */
export const registerKept: Subject = {
  fields: ['register.retention_years'],
  unsaid: () => 'for how long an entry of the register is kept',
  claims(question) {
    const periods = question.layers.flatMap(({ periods: all }) => all.filter((each) => isOfKeeping(question, each)));
    const found = periods.flatMap((period) => claimsOf(question, period));
    return orInWords(question, found);
  },
};

function isOfKeeping({ provision, regime }: Question, { title, place }: Period): boolean {
  return clauseHolds(place, regime.day) && isSaid(title, provision.about ?? []);
}

function claimsOf({ provision }: Question, { stretches, place }: Period): readonly Claim[] {
  return stretches.flatMap((stretch): readonly Claim[] => {
    const unit = 'least' in stretch ? units.find((each) => each === stretch.unit) : undefined;
    if (!('least' in stretch) || unit === undefined) return [];
    const kept: Quantity = { kind: 'quantity', number: stretch.least, unit };
    const comparison = compare(provision.relation, provision.value, kept);
    const why = `Entries are kept for ${quantityWords(kept)}; ${speaker(provision.level)} asks for ${requirementWords(provision)}.`;
    return [{ part: 'how long', verdict: comparison === 'cannot be compared' ? 'silent' : comparison, why, place }];
  });
}
