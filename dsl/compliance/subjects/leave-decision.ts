import type { Claim, Question, Subject } from '../subject.ts';
import type { LeaveRule } from './leave-rules.ts';
import type { Leaf } from './limbs-of-condition.ts';
import { speaker } from '../value-words.ts';
import { orInWords } from './in-words.ts';
import { decidesOnLeave, grantRules, leaveRules } from './leave-rules.ts';
import { limbsOfRule } from './limbs-of-condition.ts';

/**
 * Whether each request for leave is decided on its own facts. A rule that grants no leave of a kind, or none for a holiday,
 * whatever is found of the request, is blanket; a bar that a person’s judgement lifts is not, nor one for what was not asked
 * for as it should be. What the guidance itself rules out, leave for a protest, may be ruled out.
 */
export const leaveDecision: Subject = {
  fields: ['leave.decision'],
  unsaid: () => 'how a request for leave is decided',
  claims: (question) =>
    orInWords(question, [
      ...leaveRules(question)
        .filter(isIndividual)
        .map((each) => individually(question, each)),
      ...grantRules(question)
        .filter(isBlanket)
        .map((each) => blanket(question, each)),
    ]),
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

function isBlanket({ policy, rule }: LeaveRule): boolean {
  if (rule.mode !== 'bar') return false;
  return limbsOfRule(policy, rule).some((limb) => !limb.some(isLifted) && limb.filter(isJudged).every(isHoliday));
}

/** A condition under which the bar is lifted: what a person judges, or what was done about the request. */
function isLifted({ condition, negated }: Leaf): boolean {
  return negated && (condition.kind === 'judged' || condition.kind === 'happened' || condition.kind === 'fact');
}

function isJudged({ condition, negated }: Leaf): boolean {
  return !negated && (condition.kind === 'judged' || condition.kind === 'happened');
}

function isHoliday({ condition }: Leaf): boolean {
  return condition.kind === 'judged' && /\bholidays?\b/i.test(condition.title);
}

function individually({ provision }: Question, { rule, leave }: LeaveRule): Claim {
  const why = `Each request for “${leave.title}” is decided on its own, as ${speaker(provision.level)} asks.`;
  return { part, verdict: 'meets', why, place: rule.place };
}

function blanket({ provision }: Question, { policy, rule, leave }: LeaveRule): Claim {
  const holiday = limbsOfRule(policy, rule)
    .flat()
    .find((leaf) => isJudged(leaf) && isHoliday(leaf));
  const what = holiday ? `“${leave.title}” for ${holiday.condition.words}` : `“${leave.title}”`;
  const why = `No request for ${what} is granted, whatever its circumstances; ${speaker(provision.level)} has each judged on its own facts.`;
  return { part, verdict: 'breaches', why, place: rule.place };
}
