import type { Threshold } from '../../../resolve/policy.ts';
import type { Quantity } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { isSaid } from '../../reading/words-said.ts';
import { quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';

/** How many people can be reached in an emergency; a policy that counts their numbers counts them. */
export const emergencyContacts: Subject = {
  fields: ['pupil.emergency_contacts'],
  unsaid: () => 'how many emergency contacts there are for a pupil',
  claims(question) {
    const found = question.layers.flatMap(({ thresholds }) => thresholds.flatMap((each) => claimsOf(question, each)));
    return orInWords(question, found);
  },
};

function claimsOf({ provision, regime }: Question, { title, condition, place }: Threshold): readonly Claim[] {
  if (condition.kind !== 'happened' || !clauseHolds(place, regime.day)) return [];
  if (!isSaid(`${title} ${condition.words}`, provision.about ?? [])) return [];
  const { comparator, number } = condition;
  const least = comparator === 'at least' ? number : comparator === 'more than' ? number + 1 : undefined;
  if (least === undefined) return [];
  const stated: Quantity = { kind: 'quantity', number: least, unit: 'people' };
  const comparison = compare(provision.relation, provision.value, stated);
  const why = `“${title}” comes to ${least} at least, counted in numbers; ${speaker(provision.level)} asks for ${requirementWords(provision)}${comparison === 'meets' ? '' : `, not ${quantityWords(stated)}`}.`;
  return [
    { part: 'emergency contacts', verdict: comparison === 'cannot be compared' ? 'silent' : comparison, why, place },
  ];
}
