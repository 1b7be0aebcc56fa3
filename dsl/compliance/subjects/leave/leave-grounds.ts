import type { Claim, Question, Subject } from '../../subject.ts';
import type { LeaveRule } from './leave-rules.ts';
import { compare } from '../../relations.ts';
import { listWords, speaker } from '../../value-words.ts';
import { eachOnce } from '../../reading/each-once.ts';
import { orInWords } from '../in-words/in-words.ts';
import { grantRules } from './leave-rules.ts';
import { limbsOfRule } from '../../reading/limbs-of-condition.ts';
import { itemsSaid } from '../../reading/words-said.ts';

/** On which grounds leave is given: what people judge before they grant it, or what the leave is for by its own title. */
export const leaveGrounds: Subject = {
  fields: ['leave.grounds'],
  unsaid: () => 'on which grounds leave is granted',
  claims: (question) => orInWords(question, eachOnce(grantRules(question).flatMap((each) => claimsOf(question, each)))),
};

function claimsOf(question: Question, { policy, rule, leave }: LeaveRule): readonly Claim[] {
  const { provision } = question;
  const bar = rule.mode === 'bar' || rule.mode === 'presumption';
  const judged = limbsOfRule(policy, rule)
    .flat()
    .flatMap(({ condition, negated, place }) =>
      condition.kind === 'judged' && negated === bar ? [{ title: condition.title, place }] : [],
    );
  const forItself = itemsSaid(provision.value, leave.title).length > 0;
  const grounds = [...new Set(forItself ? [leave.title] : judged.map(({ title }) => title))];
  if (grounds.length === 0) return [];
  const named = grounds.map((ground) => itemsSaid(provision.value, ground)[0] ?? { name: ground, said: [] });
  const claim = { part: 'the grounds', place: (forItself ? undefined : judged[0]?.place) ?? rule.place };
  const says = speaker(provision.level);
  if (compare(provision.relation, provision.value, { kind: 'list', items: named }) === 'meets') {
    const why = `Leave is granted for ${quoted(grounds)}, which ${says} has among its grounds.`;
    return [{ ...claim, verdict: 'meets', why }];
  }
  const strange = named.filter(({ said }) => said.length === 0).map(({ name }) => name);
  const why = `Leave is granted for ${quoted(strange.length > 0 ? strange : grounds)}, which is none of the grounds that ${says} has.`;
  return [{ ...claim, verdict: 'breaches', why }];
}

function quoted(titles: readonly string[]): string {
  return listWords(titles.map((title) => `“${title}”`));
}
