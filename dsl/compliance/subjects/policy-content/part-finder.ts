import type { Place, Policy, Rule } from '../../../resolve/policy.ts';
import type { Regime } from '../../../rulebook/regime.ts';
import { clauseHolds } from '../../clause.ts';

/** Where the language has a construct for something that a policy has to say: the clause that says it, in one layer. */
export type PartFinder = (policy: Policy, regime: Regime) => Place | undefined;

export function placeOfRule(policy: Policy, { day }: Regime, is: (rule: Rule) => boolean): Place | undefined {
  return policy.rules.find((rule) => clauseHolds(rule.place, day) && is(rule))?.place;
}

export function namedTime({ times }: Policy, { day }: Regime, called: RegExp): Place | undefined {
  return times.find(
    ({ name, title, time, place }) =>
      time !== undefined && called.test(`${name.replaceAll('-', ' ')} ${title}`) && clauseHolds(place, day),
  )?.place;
}

export function owed({ mode }: Rule): boolean {
  return mode === 'duty';
}

export function textsOf({ act, about }: Rule): readonly string[] {
  return act.kind === 'words' ? [...act.texts, ...about] : about;
}

export function objectsOf({ act }: Rule): readonly string[] {
  return act.kind === 'verb' ? act.objects : [];
}

export function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** An address of electronic mail, or a telephone number. */
export const contactDetails = /\S+@\S+\.\S+|\b0\d{2,4}[ \d]{5,}\d\b/;
