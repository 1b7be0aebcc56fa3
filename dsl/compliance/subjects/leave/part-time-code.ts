import type { Paper, Place, Policy, Rule } from '../../../resolve/policy.ts';
import type { Provision } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { listWords, requirementWords, speaker } from '../../value-words.ts';
import { isSaid } from '../../reading/words-said.ts';
import { limbsOf } from '../../reading/limbs-of-condition.ts';
import { rulesSaying } from '../../reading/rules-saying.ts';

/** The code of absence on a part-time timetable: of a row that marks for one, or in a paper that is one. */
export const partTimeCode: Subject = {
  fields: ['code.part_time'],
  unsaid: () => 'which code is entered for absence on a part-time timetable',
  claims(question) {
    const entered = [
      ...question.layers.flatMap((policy) => policy.papers.flatMap((paper) => inRows(question, policy, paper))),
      ...rulesSaying(question, question.provision.about ?? []).flatMap(({ rule }) => inSentence(rule)),
    ];
    return entered.length === 0 ? [] : [claimOf(question.provision, entered)];
  },
};

interface Entered {
  readonly code: string;
  readonly place: Place;
}

function inRows({ provision, regime }: Question, policy: Policy, paper: Paper): readonly Entered[] {
  if (!paper.rows.some(({ enters }) => enters.kind === 'code')) return [];
  const about = provision.about ?? [];
  const isOne = isSaid(paper.title, about);
  return paper.rows.flatMap(({ condition, enters, place }): readonly Entered[] => {
    if (enters.kind !== 'code' || !clauseHolds(place, regime.day)) return [];
    const limbs = condition ? limbsOf(policy, condition, place) : [];
    const named = limbs
      .flat()
      .some(
        ({ condition: leaf, negated }) =>
          !negated && isSaid(leaf.kind === 'judged' || leaf.kind === 'fact' ? leaf.title : leaf.words, about),
      );
    if (!isOne && !named) return [];
    return [{ code: enters.code, place }];
  });
}

/** “Absence on a part-time timetable is coded C2”: a letter directly after what says that it is a code. */
function inSentence({ words, place }: Rule): readonly Entered[] {
  const letters = [...words.matchAll(/\b(?:codes?|coded|marked)(?: as| with)? ([A-Z]\d?)\b/g)].map(
    (match) => match[1]!,
  );
  return letters.map((code) => ({ code, place }));
}

function claimOf({ relation, value, level, ...provision }: Provision, entered: readonly Entered[]): Claim {
  const stands = (some: readonly Entered[]): boolean =>
    compare(relation, value, { kind: 'codes', codes: some.map(({ code }) => code) }) === 'meets';
  const meets = stands(entered);
  const { place } = (meets ? undefined : entered.find((each) => !stands([each]))) ?? entered[0]!;
  const codes = listWords([...new Set(entered.map(({ code }) => code))]);
  const why = `Absence on a part-time timetable is entered as ${codes}; ${speaker(level)} has ${requirementWords({ ...provision, relation, value })}.`;
  return { part: 'the code', verdict: meets ? 'meets' : 'breaches', why, place };
}
