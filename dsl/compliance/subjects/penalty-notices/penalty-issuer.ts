import type { Place, Policy } from '../../../resolve/policy.ts';
import type { ListItem } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { isSaid } from '../../reading/words-said.ts';
import { listWords, speaker } from '../../value-words.ts';
import { whoIs } from '../../reading/people.ts';
import { penaltyNotices, penaltyRules } from './penalty-notices.ts';

/** Who issues a penalty notice: by whom it is said to be issued, and who may or will issue it. To ask for one is not to issue it. */
export const penaltyIssuer: Subject = {
  fields: ['pn.issuer'],
  unsaid: () => 'who issues a penalty notice',
  claims(question) {
    const said = penaltyNotices(question).flatMap(({ policy, notice }) =>
      notice.details
        .filter(({ word, place }) => word === 'issued by' && clauseHolds(place, question.regime.day))
        .map(({ names, place }) => ({ policy, names, place })),
    );
    const done = penaltyRules(question)
      .filter(({ rule }) => rule.act.kind === 'verb' && rule.act.verb === 'issue')
      .map(({ policy, rule }) => ({ policy, names: rule.subject, place: rule.place }));
    return [...said, ...done].filter(({ names }) => names.length > 0).map((issuers) => claimOf(question, issuers));
  },
};

interface Issuers {
  readonly policy: Policy;
  readonly names: readonly string[];
  readonly place: Place;
}

function claimOf({ provision }: Question, { policy, names, place }: Issuers): Claim {
  const { value, relation, level } = provision;
  const allowed = value.kind === 'list' ? value.items : [];
  const titles = names.map((name) => whoIs(policy, name));
  const items = titles.map(
    (title): ListItem => allowed.find(({ said }) => isSaid(title, said)) ?? { name: title, said: [] },
  );
  const verdict = compare(relation, value, { kind: 'list', items }) === 'meets' ? 'meets' : 'breaches';
  const why = `A penalty notice is issued by ${listWords(titles)}`;
  const required = listWords(allowed.map(({ name }) => name));
  if (verdict === 'meets')
    return { part: 'who issues it', verdict, why: `${why}, as ${speaker(level)} allows.`, place };
  return { part: 'who issues it', verdict, why: `${why}; ${speaker(level)} allows ${required}.`, place };
}
