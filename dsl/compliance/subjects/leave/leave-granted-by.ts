import type { Claim, Question, Subject } from '../../subject.ts';
import type { LeaveRule } from './leave-rules.ts';
import { speaker, requirementWords, listWords } from '../../value-words.ts';
import { isOutside } from '../../reading/authority.ts';
import { eachOnce } from '../../reading/each-once.ts';
import { orInWords } from '../in-words/in-words.ts';
import { decidesOnLeave, leaveRules } from './leave-rules.ts';
import { inLayer } from '../../reading/notice-before.ts';

/** Who grants leave: a role of the school that the policy names is authorised by those whose policy it is. */
export const leaveGrantedBy: Subject = {
  fields: ['leave.granted_by'],
  unsaid: () => 'who grants leave',
  claims: (question) =>
    orInWords(
      question,
      eachOnce(
        leaveRules(question)
          .filter(decidesOnLeave)
          .flatMap((each) => claimsOf(question, each)),
      ),
    ),
};

function claimsOf({ provision }: Question, { policy, rule, leave }: LeaveRule): readonly Claim[] {
  const claim = { part: 'who grants leave', place: rule.place };
  const asks = `${speaker(provision.level)} has it granted by ${requirementWords(provision)}`;
  const outside = rule.subject.filter((name) => isOutside(policy, name));
  if (outside.length > 0) {
    const why = `On “${leave.title}” ${listWords(outside.map((name) => titleOf(policy, name)))} decides, outside the school; ${asks}.`;
    return [{ ...claim, verdict: 'breaches', why }];
  }
  const roles = rule.subject.filter((name) => inLayer(policy, name, ({ roles }) => roles) !== undefined);
  if (roles.length > 0) {
    const why = `On “${leave.title}” the ${listWords(roles.map((name) => titleOf(policy, name)))} decides, as ${asks}.`;
    return [{ ...claim, verdict: 'meets', why }];
  }
  return [{ ...claim, verdict: 'silent', why: `Who decides on “${leave.title}” is not said; ${asks}.` }];
}

function titleOf(policy: LeaveRule['policy'], name: string): string {
  return inLayer(policy, name, ({ roles }) => roles)?.found.title ?? name.replaceAll('-', ' ');
}
