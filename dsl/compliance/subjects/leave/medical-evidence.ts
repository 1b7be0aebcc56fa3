import type { Paper, Policy, Rule } from '../../../resolve/policy.ts';
import type { Provision } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Limb } from '../../reading/limbs-of-condition.ts';
import { clauseHolds } from '../../clause.ts';
import { speaker } from '../../value-words.ts';
import { isSaid, itemsSaid } from '../../reading/words-said.ts';
import { eachOnce } from '../../reading/each-once.ts';
import { inWords, orInWords } from '../in-words/in-words.ts';
import { limbsOf, limbsOfRule } from '../../reading/limbs-of-condition.ts';
import { rulesSaying } from '../../reading/rules-saying.ts';

/**
 * Of which illnesses medical evidence is required. To ask for it of every illness, or of every one that is long enough, is a
 * blanket requirement; to ask where somebody doubts the illness, judges that support is needed or has taken a step about this
 * pupil is not, nor is what the school may ask.
 */
export const medicalEvidence: Subject = {
  fields: ['illness.evidence_rule'],
  unsaid: () => 'when it asks for medical evidence of an illness',
  claims(question) {
    if (question.provision.relation !== 'forbids') return inWords.claims(question);
    const { layers } = question;
    const rows = layers.flatMap((policy) =>
      policy.papers.flatMap((paper) => [
        ...claimsOfRows(question, policy, paper),
        ...claimsOfOtherwise(question, policy, paper),
      ]),
    );
    return orInWords(question, eachOnce([...claimsOfRules(question), ...rows]));
  },
};

function claimsOfRules(question: Question): readonly Claim[] {
  return rulesSaying(question, question.provision.about ?? [])
    .filter(({ policy, rule }) => asksForEvidence(question, policy, rule))
    .toSorted((a, b) => Number(isGiven(a.rule)) - Number(isGiven(b.rule)))
    .map(({ policy, rule }) => claimOfRule(question, policy, rule));
}

/** That evidence is given says less than when it is asked for. */
function isGiven({ act }: Rule): boolean {
  return act.kind === 'verb' && act.verb === 'give';
}

const part = 'medical evidence';

function asksForEvidence({ provision }: Question, policy: Policy, rule: Rule): boolean {
  if (isOfAppointment(policy, rule.paper)) return false;
  return isSaid([rule.words, ...rule.about].join(' '), provision.about ?? []);
}

/** Evidence of an appointment is none of an illness. */
function isOfAppointment({ papers }: Policy, name: string | undefined): boolean {
  return /\bappointment/i.test(papers.find((paper) => paper.name === name)?.title ?? '');
}

function claimOfRule({ provision }: Question, policy: Policy, rule: Rule): Claim {
  const says = speaker(provision.level);
  const claim = { part, place: rule.place };
  const limbs = limbsOfRule(policy, rule);
  if (rule.mode === 'bar' || rule.mode === 'presumption')
    return { ...claim, verdict: 'meets', why: `Medical evidence is not asked for without need, as ${says} has it.` };
  const blanket = isForbidden(provision) ? limbs.find(isBlanket) : undefined;
  if (rule.mode !== 'duty' || !blanket)
    return { ...claim, verdict: 'meets', why: `Medical evidence is asked for by the case, as ${says} has it.` };
  const of =
    blanket.length === 0
      ? 'of every illness'
      : `wherever ${blanket.map(({ condition }) => `“${condition.words}”`).join(' and ')}`;
  const why = `Medical evidence is asked for ${of}, doubted or not; ${says} has it asked for only on genuine doubt or to arrange support.`;
  return { ...claim, verdict: 'breaches', why };
}

/** A row that marks an illness without evidence as unauthorised. */
function claimsOfRows({ provision, regime }: Question, policy: Policy, paper: Paper): readonly Claim[] {
  if (paper.paper !== 'reason' || isOfAppointment(policy, paper.name)) return [];
  const says = speaker(provision.level);
  return paper.rows.flatMap(({ condition, enters, may, place }): readonly Claim[] => {
    if (!condition || may || !isUnauthorised(regime, enters) || !clauseHolds(place, regime.day)) return [];
    const limbs = limbsOf(policy, condition, place).filter((limb) => limb.some(isMissingEvidence));
    if (limbs.length === 0) return [];
    if (isForbidden(provision) && limbs.some((limb) => isBlanket(limb.filter((leaf) => !isMissingEvidence(leaf))))) {
      const why = `An illness without medical evidence is unauthorised, doubted or not; ${says} has it asked for only on genuine doubt or to arrange support.`;
      return [{ part, verdict: 'breaches', why, place }];
    }
    return [
      {
        part,
        verdict: 'meets',
        why: `An illness without medical evidence is unauthorised only by the case, as ${says} has it.`,
        place,
      },
    ];
  });
}

type Row = Paper['rows'][number];

/** What is left to the last row is unauthorised, and rows above it authorise an illness with evidence. */
function claimsOfOtherwise({ provision, regime }: Question, policy: Policy, paper: Paper): readonly Claim[] {
  if (paper.paper !== 'reason' || isOfAppointment(policy, paper.name)) return [];
  const rows = paper.rows.filter(({ place }) => clauseHolds(place, regime.day));
  const otherwise = rows.find(({ condition }) => condition === undefined);
  if (!otherwise || otherwise.may || !isUnauthorised(regime, otherwise.enters)) return [];
  const authorising = rows.filter(({ condition, enters }) => condition && !isUnauthorised(regime, enters));
  const withEvidence = authorising.filter((row) => limbsOfRow(policy, row).every((limb) => limb.some(isEvidence)));
  const [first] = withEvidence;
  if (!first) return [];
  const says = speaker(provision.level);
  const { place } = first;
  if (isForbidden(provision) && withEvidence.length === authorising.length) {
    const why = `An illness is authorised only with medical evidence, doubted or not; ${says} has it asked for only on genuine doubt or to arrange support.`;
    return [{ part, verdict: 'breaches', why, place }];
  }
  const why = `An illness is authorised without medical evidence as well, by the case, as ${says} has it.`;
  return [{ part, verdict: 'meets', why, place }];
}

function limbsOfRow(policy: Policy, { condition, place }: Row): readonly Limb[] {
  return condition ? limbsOf(policy, condition, place) : [];
}

function isUnauthorised({ codes }: Question['regime'], enters: Row['enters']): boolean {
  if (enters.kind === 'class') return enters.class === 'unauthorised';
  return (
    enters.kind === 'code' &&
    codes.some(({ code, meaning }) => code === enters.code && meaning === 'unauthorised absence')
  );
}

function isEvidence(leaf: Limb[number]): boolean {
  const { condition } = leaf;
  return condition.kind === 'happened' && /\bevidence\b/i.test(condition.words) && !isMissingEvidence(leaf);
}

function isMissingEvidence({ condition, negated }: Limb[number]): boolean {
  return (
    condition.kind === 'happened' &&
    /\bevidence\b/i.test(condition.words) &&
    (negated || (condition.comparator === 'exactly' && condition.number === 0))
  );
}

/** Whether the rulebook has it that evidence is not asked for of every illness, or of any illness of a sort. */
function isForbidden({ value }: Provision): boolean {
  return itemsSaid(value, 'every illness; any illness').length > 0;
}

/** Nothing in it is of the case: no judgement, and nothing that was said or done about this pupil but the illness itself. */
function isBlanket(limb: Limb): boolean {
  return limb.every(({ condition, policy }) => {
    if (condition.kind === 'judged' || condition.kind === 'fact') return false;
    if (condition.kind !== 'happened') return true;
    const of = policy.papers.find(({ name }) => name === condition.event.name)?.paper;
    return of === 'reason' || condition.event.name === 'absence';
  });
}
