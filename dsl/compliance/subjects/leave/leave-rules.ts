import type { Paper, Policy, Rule } from '../../../resolve/policy.ts';
import type { Question } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { inLayer } from '../../reading/notice-before.ts';

/** A sentence about a leave of absence: granting it, deciding on it, asking for it. */
export interface LeaveRule {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly leave: Paper;
}

/** The sentences about leave of the policy and its layers that hold on the day, nearest layer first. */
export function leaveRules({ layers, regime }: Question): readonly LeaveRule[] {
  return layers.flatMap((policy) => rulesIn(policy).filter(({ rule }) => clauseHolds(rule.place, regime.day)));
}

/** Those by which leave is given or withheld. */
export function grantRules(question: Question): readonly LeaveRule[] {
  return leaveRules(question).filter(({ rule }) => verbs(rule, granting));
}

export function decidesOnLeave({ rule }: LeaveRule): boolean {
  return verbs(rule, deciding);
}

const granting = ['grant', 'authorise', 'approve', 'allow', 'agree'];
const deciding = [...granting, 'decide', 'consider', 'refuse'];

function verbs({ act }: Rule, among: readonly string[]): boolean {
  return act.kind === 'verb' && among.includes(act.verb);
}

const read = new WeakMap<Policy, readonly LeaveRule[]>();

function rulesIn(policy: Policy): readonly LeaveRule[] {
  const known = read.get(policy);
  if (known) return known;
  const found = policy.rules.flatMap((rule) => {
    const leave = namesIn(rule)
      .map((name) => inLayer(policy, name, ({ papers }) => papers)?.found)
      .find((paper) => paper?.paper === 'leave');
    return leave ? [{ policy, rule, leave }] : [];
  });
  read.set(policy, found);
  return found;
}

/** What a sentence is about: its object, what it asks for, and else the paper it stands in. */
function namesIn({ act, timing, paper }: Rule): readonly string[] {
  const objects = act.kind === 'verb' ? act.objects : [];
  const askedFor = timing.flatMap((each) => (each.kind === 'for whom' ? each.names : []));
  return [...objects, ...askedFor, ...(paper === undefined ? [] : [paper])];
}
