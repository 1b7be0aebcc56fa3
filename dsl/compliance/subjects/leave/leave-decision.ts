import type { Claim, Question, Subject } from '../../subject.ts';
import type { LeaveRule } from './leave-rules.ts';
import type { Leaf } from '../../reading/limbs-of-condition.ts';
import { speaker } from '../../value-words.ts';
import { itemsSaid } from '../../reading/words-said.ts';
import { inWords, orInWords } from '../in-words/in-words.ts';
import { decidesOnLeave, grantRules, leaveRules } from './leave-rules.ts';
import { limbsOfRule } from '../../reading/limbs-of-condition.ts';

/**
 * Whether each request for leave is decided on its own facts. A rule that grants no leave of a kind, or none for a holiday,
 * whatever is found of the request, is blanket; so is one that grants it in certain circumstances alone and leaves no room
 * for exceptional ones. A bar that a person’s judgement lifts is not, nor one for what was not asked for as it should be, nor
 * one for what the guidance itself rules out, such as a protest.
 */
export const leaveDecision: Subject = {
  fields: ['leave.decision'],
  unsaid: () => 'how a request for leave is decided',
  claims(question) {
    if (question.provision.relation !== 'forbids') return inWords.claims(question);
    return orInWords(question, [
      ...leaveRules(question)
        .filter(isIndividual)
        .map((each) => individually(question, each)),
      ...grantRules(question).flatMap((each) => blanketly(question, each)),
    ]);
  },
};

const part = 'how requests are decided';

function isIndividual(each: LeaveRule): boolean {
  const { words, act, about } = each.rule;
  const said = [words, ...about, ...(act.kind === 'words' ? act.texts : [])].join(' ');
  return (
    /\b(individual(?:ly)?|case[- ]by[- ]case|own (?:merits|facts|circumstances))\b/i.test(said) &&
    (decidesOnLeave(each) || act.kind === 'words')
  );
}

function individually({ provision }: Question, { rule, leave }: LeaveRule): Claim {
  const why = `Each request for “${leave.title}” is decided on its own, as ${speaker(provision.level)} asks.`;
  return { part, verdict: 'meets', why, place: rule.place };
}

/** A bar said in the words in which such a rule is written, which are those that the rulebook knows it by. */
function blanketly({ provision }: Question, { policy, rule, leave }: LeaveRule): readonly Claim[] {
  if (rule.mode !== 'bar') return [];
  const limbs = limbsOfRule(policy, rule);
  const holiday = limbs.flat().find((leaf) => isJudged(leaf) && isHoliday(leaf));
  const granted = limbs.flat().filter(isLifting);
  const blanket = limbs.some((limb) => !limb.some(isLifted) && limb.filter(isJudged).every(isHoliday));
  const closed = granted.length > 0 && !granted.some(isExceptional);
  const words = [
    ...(blanket ? [holiday ? 'no holiday' : 'no leave', 'under any circumstances'] : []),
    ...(closed ? ['only the following'] : []),
  ];
  if (itemsSaid(provision.value, words.join('; ')).length === 0) return [];
  const what = holiday ? `“${leave.title}” for ${holiday.condition.words}` : `“${leave.title}”`;
  const says = `${speaker(provision.level)} has each judged on its own facts`;
  const why = blanket
    ? `No request for ${what} is granted, whatever its circumstances; ${says}.`
    : `“${leave.title}” is granted in the circumstances listed alone; ${says}.`;
  return [{ part, verdict: 'breaches', why, place: rule.place }];
}

/** A condition under which the bar is lifted: what a person judges, or what was done about the request. */
function isLifted({ condition, negated }: Leaf): boolean {
  return negated && (condition.kind === 'judged' || condition.kind === 'happened' || condition.kind === 'fact');
}

/** A circumstance, judged by a person, in which leave is granted. */
function isLifting({ condition, negated }: Leaf): boolean {
  return negated && condition.kind === 'judged';
}

function isExceptional({ condition }: Leaf): boolean {
  return condition.kind === 'judged' && /\bexceptional\b/i.test(condition.title);
}

function isJudged({ condition, negated }: Leaf): boolean {
  return !negated && (condition.kind === 'judged' || condition.kind === 'happened');
}

function isHoliday({ condition }: Leaf): boolean {
  return condition.kind === 'judged' && /\bholidays?\b/i.test(condition.title);
}
