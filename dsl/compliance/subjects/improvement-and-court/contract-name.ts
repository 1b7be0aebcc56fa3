import type { Policy } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { clauseTextsOf } from '../../reading/clause-texts.ts';
import { isSaid } from '../../reading/words-said.ts';
import { speaker, valueWords } from '../../value-words.ts';

/** By what names a policy speaks of a contract with parents about attendance: each name once, where it first stands. */
export const contractName: Subject = {
  fields: ['contract.name'],
  unsaid: () => 'what a contract with parents about attendance is called',
  claims(question) {
    return question.layers.flatMap((policy) => namesIn(policy, question)).map((named) => claimOf(question, named));
  },
};

interface Named {
  readonly name: string;
  readonly place: Claim['place'];
}

function namesIn(policy: Policy, { regime }: Question): readonly Named[] {
  const found = clauseTextsOf(policy)
    .filter(({ place }) => clauseHolds(place, regime.day))
    .flatMap(({ texts, place }) =>
      texts.flatMap((text) => [...text.matchAll(contract)].map((match) => ({ name: match[0].toLowerCase(), place }))),
    );
  const each = Map.groupBy(found, ({ name }) => name.replace(/s$/, ''));
  return [...each].map(([name, [first]]) => ({ name, place: first!.place }));
}

const contract = /\b(?:attendance|parenting|parents?) contracts?\b/gi;

function claimOf({ provision }: Question, { name, place }: Named): Claim {
  const { value, level } = provision;
  const part = 'the name';
  const called = `It is called “${name}”`;
  if (value.kind === 'words' && isSaid(name, value.said ?? []))
    return { part, verdict: 'meets', why: `${called}, as ${speaker(level)} has it.`, place };
  return { part, verdict: 'breaches', why: `${called}; ${speaker(level)} calls it “${valueWords(value)}”.`, place };
}
