import type { Policy } from '../resolve/policy.ts';
import type { Said } from '../rulebook/rulebook.ts';
import type { ClauseText } from './clause-texts.ts';
import type { Alternative, SoughtWord } from './said-words.ts';
import type { Question } from './subject.ts';
import { clauseHolds } from './clause.ts';
import { clauseTextsOf } from './clause-texts.ts';
import { alternativesOf, plainWordsIn, stemOf } from './said-words.ts';

/** The clauses in force on the day, of the policy and the layers above it, that say something in any of these ways. */
export function clausesSaying(
  { layers, regime }: Pick<Question, 'layers' | 'regime'>,
  said: Said,
): readonly ClauseText[] {
  return layers.flatMap((policy) => {
    const index = indexOf(policy);
    return [...index.saying(said)]
      .map((number) => index.clauses[number]!)
      .filter((clause) => clauseHolds(clause.place, regime.day));
  });
}

interface WordIndex {
  readonly clauses: readonly ClauseText[];
  /** The numbers of the clauses that say it, in order. */
  readonly saying: (said: Said) => readonly number[];
}

const indexes = new WeakMap<Policy, WordIndex>();

/** Every word of a policy, and where it stands. Laid out once for a policy; what was sought once is kept. */
function indexOf(policy: Policy): WordIndex {
  const known = indexes.get(policy);
  if (known) return known;
  const clauses = clauseTextsOf(policy);
  const words = clauses.map(({ texts }) => texts.map((text) => plainWordsIn(text)));
  const stems = words.map((stretches) => stretches.map((stretch) => stretch.map(stemOf)));
  const clausesOf = new Map<string, number[]>();
  const stemsOf = new Map<string, string>();
  words.forEach((stretches, clause) =>
    stretches.forEach((stretch, at) =>
      stretch.forEach((word, position) => {
        const stem = stems[clause]![at]![position]!;
        stemsOf.set(word, stem);
        const found = clausesOf.get(stem);
        if (!found) clausesOf.set(stem, [clause]);
        else if (found.at(-1) !== clause) found.push(clause);
      }),
    ),
  );
  const beginning = (start: string): ReadonlySet<string> =>
    new Set([...stemsOf].flatMap(([word, stem]) => (word.startsWith(start) ? [stem] : [])));
  const starts = new Map<string, ReadonlySet<string>>();
  const meant = ({ word, stem }: SoughtWord): ReadonlySet<string> => {
    const known = starts.get(`${word}${stem ? '*' : ''}`);
    if (known) return known;
    const found = stem ? beginning(word) : new Set(clausesOf.has(word) ? [word] : []);
    starts.set(`${word}${stem ? '*' : ''}`, found);
    return found;
  };
  const inRow = (clause: number, phrase: readonly ReadonlySet<string>[]): boolean =>
    stems[clause]!.some((stretch) =>
      stretch.some((_, start) => phrase.every((word, offset) => word.has(stretch[start + offset] ?? ''))),
    );
  const sayingPhrase = (phrase: readonly SoughtWord[]): readonly number[] => {
    const sought = phrase.map(meant);
    if (sought.some((word) => word.size === 0)) return [];
    const holding = sought.map((word) => new Set([...word].flatMap((stem) => clausesOf.get(stem) ?? [])));
    const common = [...holding[0]!].filter((clause) => holding.every((each) => each.has(clause)));
    return sought.length === 1 ? common : common.filter((clause) => inRow(clause, sought));
  };
  const sayingAll = ({ phrases }: Alternative): readonly number[] => {
    let common: readonly number[] | undefined;
    for (const phrase of phrases) {
      const found = new Set(sayingPhrase(phrase));
      common = common === undefined ? [...found] : common.filter((clause) => found.has(clause));
      if (common.length === 0) return [];
    }
    return common ?? [];
  };
  const sought = new WeakMap<Said, readonly number[]>();
  const index: WordIndex = {
    clauses,
    saying(said) {
      const found = sought.get(said) ?? [...new Set(alternativesOf(said).flatMap(sayingAll))].toSorted((a, b) => a - b);
      sought.set(said, found);
      return found;
    },
  };
  indexes.set(policy, index);
  return index;
}

/** Whether some words by themselves say something in any of these ways. */
export function textSays(text: string, said: Said): boolean {
  const words = plainWordsIn(text);
  const stems = words.map(stemOf);
  const isAt = ({ word, stem }: SoughtWord, at: number): boolean =>
    stem ? words[at]?.startsWith(word) === true : stems[at] === word;
  return alternativesOf(said).some(({ phrases }) =>
    phrases.every((phrase) => words.some((_, start) => phrase.every((sought, offset) => isAt(sought, start + offset)))),
  );
}
