import type { Policy, Rule } from '../../resolve/policy.ts';
import type { Said } from '../../rulebook/rulebook.ts';
import type { Question } from '../subject.ts';
import { clausesSaying } from './said-in.ts';

/** The sentences in force on the day that say something in any of these ways, conditions and paper included; nearest layer first. */
export function rulesSaying(
  question: Question,
  said: Said,
): readonly { readonly policy: Policy; readonly rule: Rule }[] {
  const places = new Set(clausesSaying(question, said).map(({ place }) => place));
  if (places.size === 0) return [];
  return question.layers.flatMap((policy) =>
    policy.rules.filter(({ place }) => places.has(place)).map((rule) => ({ policy, rule })),
  );
}
