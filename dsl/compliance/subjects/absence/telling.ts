import type { Condition, Place, Policy, Rule } from '../../../resolve/policy.ts';
import type { Said } from '../../../rulebook/rulebook.ts';
import type { TextWord } from '../../reading/said-words.ts';
import type { Question } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { textWords, wordsSay } from '../../reading/said-words.ts';
import { isSchools } from '../../reading/who-acts.ts';
import { inLayer } from '../../reading/notice-before.ts';

/** A clause by which the school tells somebody something. */
export interface Telling {
  readonly place: Place;
  /** Owed: what only may be told binds nobody. */
  readonly owed: boolean;
  /** Whom it names: by titles, or in the words of the act. */
  readonly whom: readonly (readonly TextWord[])[];
  /** All that the clause says, with what it stands under, names by their titles. */
  readonly words: readonly TextWord[];
}

/** What the policy and the layers above have told to people who are called so. */
export function tellings({ layers, regime }: Pick<Question, 'layers' | 'regime'>, called: Said): readonly Telling[] {
  return layers.flatMap((policy) =>
    tellingsIn(policy).filter(
      ({ place, whom }) => clauseHolds(place, regime.day) && whom.some((words) => wordsSay(words, called)),
    ),
  );
}

/** Worked out once for a policy. */
function tellingsIn(policy: Policy): readonly Telling[] {
  const known = worked.get(policy);
  if (known) return known;
  const found = policy.rules.flatMap((rule): readonly Telling[] => {
    if ((rule.mode !== 'duty' && rule.mode !== 'option') || !isSchools(policy, rule)) return [];
    const whom = whomOf(policy, rule);
    if (whom.length === 0) return [];
    const conditions = [...rule.blocks, ...rule.guards].map(({ condition }) => conditionWords(policy, condition));
    const words = [rule.words, ...conditions].flatMap(textWords);
    return [{ place: rule.place, owed: rule.mode === 'duty', whom: whom.map(textWords), words }];
  });
  worked.set(policy, found);
  return found;
}

const worked = new WeakMap<Policy, readonly Telling[]>();

function whomOf(policy: Policy, { act, to, about, timing }: Rule): readonly string[] {
  const named = to.map((name) => titleOf(policy, name));
  if (act.kind === 'words') return [...act.texts.filter((text) => tellingWords.test(text)), ...named];
  if (!tellingVerbs.has(act.verb)) return [];
  const beside = timing.flatMap((each) => (each.kind === 'with whom' ? each.names : []));
  return [...[...act.objects, ...beside].map((name) => titleOf(policy, name)), ...named, ...about];
}

const tellingVerbs: ReadonlySet<string> = new Set(
  'tell inform notify report contact ask share invite write make'.split(' '),
);
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
