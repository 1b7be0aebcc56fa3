import type { Paper, Place, Policy, Rule } from '../../resolve/policy.ts';
import type { Provision } from '../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../subject.ts';
import { clauseHolds } from '../clause.ts';
import { compare } from '../relations.ts';
import { requirementWords, speaker } from '../value-words.ts';
import { isSaid } from '../words-said.ts';
import { limbsOf } from './limbs-of-condition.ts';

/** The code of absence on a part-time timetable: of a row that marks for one, or in a paper that is one. */
export const partTimeCode: Subject = {
  fields: ['code.part_time'],
  unsaid: () => 'which code is entered for absence on a part-time timetable',
  claims: (question) =>
    question.layers.flatMap((policy) => [
      ...policy.papers.flatMap((paper) => claimsOf(question, policy, paper)),
      ...policy.rules.flatMap((rule) => claimsOfWords(question, rule)),
    ]),
};

function claimsOf({ provision, regime }: Question, policy: Policy, paper: Paper): readonly Claim[] {
  const about = provision.about ?? [];
  const isOne = isSaid(paper.title, about);
  return paper.rows.flatMap(({ condition, enters, place }): readonly Claim[] => {
    if (enters.kind !== 'code' || !clauseHolds(place, regime.day)) return [];
    const limbs = condition ? limbsOf(policy, condition, place) : [];
    const named = limbs
      .flat()
      .some(
        ({ condition: leaf, negated }) =>
          !negated && isSaid(leaf.kind === 'judged' || leaf.kind === 'fact' ? leaf.title : leaf.words, about),
      );
    if (!isOne && !named) return [];
    return [claimOf(provision, enters.code, place)];
  });
}

/** “Absence on a part-time timetable is coded C2”: a letter directly after what says that it is a code. */
function claimsOfWords({ provision, regime }: Question, { words, place }: Rule): readonly Claim[] {
  if (!clauseHolds(place, regime.day) || !isSaid(words, provision.about ?? [])) return [];
  const letters = [...words.matchAll(/\b(?:codes?|coded|marked)(?: as| with)? ([A-Z]\d?)\b/g)].map(
    (match) => match[1]!,
  );
  return letters.map((letter) => claimOf(provision, letter, place));
}

function claimOf(provision: Provision, code: string, place: Place): Claim {
  const comparison = compare(provision.relation, provision.value, { kind: 'codes', codes: [code] });
  const why = `Absence on a part-time timetable is entered as ${code}; ${speaker(provision.level)} has ${requirementWords(provision)}.`;
  return { part: 'the code', verdict: comparison === 'meets' ? 'meets' : 'breaches', why, place };
}
