import type { Leaf } from '../../reading/leaves.ts';
import type { Value } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { isSaid } from '../../reading/words-said.ts';
import { unitOfLaw } from '../../unit-meaning.ts';
import { quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { inWords } from '../in-words/in-words.ts';
import { leavesOf, lengthsOf, periodOf } from '../../reading/leaves.ts';
import { perClause } from '../../reading/readings.ts';

/** On how many days of a suspension or exclusion the pupil must be kept out of public places, where a clause on that counts them. */
export const excludedPupil: Subject = {
  fields: ['pn.excluded_in_public'],
  unsaid: () => 'on which days an excluded pupil must be kept out of public places',
  claims(question) {
    const about = question.provision.about ?? [];
    const leaves = question.layers.flatMap((policy) =>
      policy.thresholds
        .filter(({ title, place }) => isSaid(title, about) && clauseHolds(place, question.regime.day))
        .flatMap(({ place, condition }) => leavesOf(question, policy, place, [condition])),
    );
    const byClause = Map.groupBy(
      leaves.filter((leaf) => periodOf(leaf)),
      ({ place }) => place,
    );
    const counted = [...byClause.values()].flatMap((each) =>
      perClause(each.flatMap((leaf) => claimsOf(question, leaf))),
    );
    return counted.length > 0 ? counted : inWords.claims(question);
  },
};

function claimsOf({ provision }: Question, leaf: Leaf): readonly Claim[] {
  const exclusion = lengthsOf(periodOf(leaf)!.found).filter(({ event }) => /\b(?:exclu|suspen)/i.test(event.words));
  return exclusion.map(({ most, unit }): Claim => {
    const known = unitOfLaw(unit);
    const stated: Value | undefined = known && { kind: 'quantity', number: most, unit: known };
    const meets = stated !== undefined && compare(provision.relation, provision.value, stated) === 'meets';
    const counts = `It holds on the first ${stated ? quantityWords(stated) : `${most} ${unit}`} of the exclusion`;
    const says = speaker(provision.level);
    const why = meets ? `${counts}, as ${says} has it.` : `${counts}; ${says} has ${requirementWords(provision)}.`;
    return { part: 'the days', verdict: meets ? 'meets' : 'breaches', why, place: leaf.place };
  });
}
