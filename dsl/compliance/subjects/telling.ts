import type { Condition, Place, Policy, Rule } from '../../resolve/policy.ts';
import type { Question } from '../subject.ts';
import { clauseHolds } from '../clause.ts';
import { isSchools } from './who-acts.ts';
import { inLayer } from './notice-before.ts';

/** A clause by which the school tells somebody something. */
export interface Telling {
  readonly place: Place;
  /** Owed: what only may be told binds nobody. */
  readonly owed: boolean;
  /** All that the clause says, with what it stands under, names by their titles. */
  readonly words: string;
}

/** What the policy and the layers above have told to people who are called so. */
export function tellings(
  { layers, regime }: Pick<Question, 'layers' | 'regime'>,
  isCalled: (text: string) => boolean,
): readonly Telling[] {
  return layers.flatMap((policy) =>
    policy.rules.flatMap((rule) => {
      if ((rule.mode !== 'duty' && rule.mode !== 'option') || !clauseHolds(rule.place, regime.day)) return [];
      if (!isSchools(policy, rule) || !tells(policy, rule, isCalled)) return [];
      const conditions = [...rule.blocks, ...rule.guards].map(({ condition }) => condition);
      const words = [rule.words, ...conditions.map((condition) => conditionWords(policy, condition))].join(' · ');
      return [{ place: rule.place, owed: rule.mode === 'duty', words }];
    }),
  );
}

function tells(policy: Policy, { act, to, about, timing }: Rule, isCalled: (text: string) => boolean): boolean {
  if (act.kind === 'words')
    return (
      act.texts.some((text) => tellingWords.test(text) && isCalled(text)) ||
      to.some((name) => isCalled(titleOf(policy, name)))
    );
  const with_ = timing.flatMap((each) => (each.kind === 'with whom' ? each.names : []));
  if (!['tell', 'inform', 'notify', 'report', 'contact', 'ask', 'share', 'invite', 'write', 'make'].includes(act.verb))
    return false;
  return (
    [...act.objects, ...to, ...with_].some((name) => isCalled(titleOf(policy, name))) ||
    about.some((text) => isCalled(text))
  );
}

const tellingWords = /\b(?:tell|inform|notif|report|contact|advis|shar|liais)/i;

function titleOf(policy: Policy, name: string): string {
  const found = inLayer(policy, name, ({ roles }) => roles) ?? inLayer(policy, name, ({ services }) => services);
  return `${name.replaceAll('-', ' ')} ${found?.found.title ?? ''}`;
}

/** A condition in words, and what the groups that it names come to. */
function conditionWords(policy: Policy, condition: Condition): string {
  const within = partsOf(condition).flatMap((part) => {
    const group = part.kind === 'named' && inLayer(policy, part.name, ({ thresholds }) => thresholds);
    return group ? [group.found.title, group.found.condition.words] : [];
  });
  return [condition.words, ...within].join(' · ');
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(partsOf);
    case 'not':
    case 'unless':
      return partsOf(condition.part);
    default:
      return [condition];
  }
}
