import type { Place, Policy, Rule } from '../../resolve/policy.ts';

/** What one clause says in words, and what stands round it: the title of the paper or stage that it is in. */
export interface ClauseText {
  readonly place: Place;
  /** Stretches of words: no phrase runs from one into the next. */
  readonly texts: readonly string[];
  /** What it names is to be done, ruled out, or (words that say no, which may belong to something else) either. */
  readonly says: 'yes' | 'no' | 'perhaps no';
  /** The paper whose list of contents it is. */
  readonly contentOf: string | undefined;
  /** The paper of which it is the declaration. */
  readonly titleOf: string | undefined;
}

/** The clauses of one policy alone, in words: titles, acts, notes, roles, details. Worked out once for a policy. */
export function clauseTextsOf(policy: Policy): readonly ClauseText[] {
  const known = worked.get(policy);
  if (known) return known;
  const texts = readClauses(policy);
  worked.set(policy, texts);
  return texts;
}

const worked = new WeakMap<Policy, readonly ClauseText[]>();

function readClauses(policy: Policy): readonly ClauseText[] {
  const titles = new Map(policy.papers.map(({ name, title }) => [name, title]));
  const stages = policy.ladders.flatMap((ladder) => [ladder, ...ladder.stages]);
  return [
    ...[
      policy.times,
      policy.roles,
      policy.judgements,
      policy.facts,
      policy.measures,
      policy.thresholds,
      policy.periods,
      policy.bands,
      policy.bands.flatMap(({ bands }) => bands),
      policy.rewards,
      stages,
      policy.reviews,
      policy.reviews.flatMap(({ outcomes }) => outcomes),
    ].flatMap((named) => named.map(({ title, place }) => clause(place, [title]))),
    ...policy.papers.flatMap(({ title, place, details, name }) => [
      clause(place, [title], { titleOf: name }),
      ...details.map((detail) =>
        clause(detail.place, [[detail.words, ...detail.texts].join(' '), title], {
          contentOf: detail.word === 'includes' ? name : undefined,
        }),
      ),
    ]),
    ...policy.services.map(({ title, place, telephone }) =>
      clause(place, [title, ...(telephone.length === 0 ? [] : ['telephone'])]),
    ),
    ...policy.notes.map(({ text, place }) => clause(place, [text])),
    ...policy.rules.map((rule) => {
      const within = rule.paper === undefined ? undefined : titles.get(rule.paper);
      return clause(rule.place, [...wordsOfRule(rule), ...(within === undefined ? [] : [within])], {
        says: rule.mode === 'bar' || rule.mode === 'presumption' ? 'no' : undefined,
      });
    }),
  ];
}

function wordsOfRule({ words, blocks, guards }: Rule): readonly string[] {
  return [words, ...blocks.map(({ condition }) => condition.words), ...guards.map(({ condition }) => condition.words)];
}

interface Besides {
  readonly says?: 'no' | undefined;
  readonly contentOf?: string | undefined;
  readonly titleOf?: string;
}

function clause(place: Place, texts: readonly string[], { says, contentOf, titleOf }: Besides = {}): ClauseText {
  const unsure = /\b(?:not|never|no)\b/i.test(texts[0] ?? '') ? 'perhaps no' : 'yes';
  return { place, texts, says: says ?? unsure, contentOf, titleOf };
}
