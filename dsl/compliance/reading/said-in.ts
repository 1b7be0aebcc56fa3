import type { Policy } from '../../resolve/policy.ts';
import type { Said } from '../../rulebook/rulebook.ts';
import type { ClauseText } from './clause-texts.ts';
import type { Alternative, SoughtWord } from './said-words.ts';
import type { Question } from '../subject.ts';
import { clauseHolds } from '../clause.ts';
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
  const words = wordsOf(clauses);
  const sought = new Map<Said, readonly number[]>();
  const saying = (said: Said): readonly number[] => {
    const before = sought.get(said);
    if (before) return before;
    const found = new Set<number>();
    for (const alternative of alternativesOf(said))
      for (const clause of sayingAll(words, alternative)) found.add(clause);
    const inOrder = [...found].sort(upwards);
    sought.set(said, inOrder);
    return inOrder;
  };
  const index = { clauses, saying };
  indexes.set(policy, index);
  return index;
}

function upwards(one: number, other: number): number {
  return one - other;
}

interface Words {
  /** By clause, by stretch of its words: their stems. */
  readonly stems: readonly (readonly (readonly string[])[])[];
  /** By stem: the clauses it stands in, in order. */
  readonly clausesOf: ReadonlyMap<string, readonly number[]>;
  /** By word: its stem. */
  readonly stemsOf: ReadonlyMap<string, string>;
  /** By the first two letters: the words that begin so. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  /** What was sought as the stem of a word: the stems of the words that begin so, and their clauses. */
  readonly begun: Map<string, Begun>;
}

interface Begun {
  readonly stems: ReadonlySet<string>;
  readonly clauses: readonly number[];
}

const startLength = 2;

function wordsOf(clauses: readonly ClauseText[]): Words {
  const stemsOf = new Map<string, string>();
  const clausesOf = new Map<string, number[]>();
  const known = (word: string): string => {
    let stem = stemsOf.get(word);
    if (stem === undefined) stemsOf.set(word, (stem = stemOf(word)));
    return stem;
  };
  const stems = clauses.map(({ texts }, clause) =>
    texts.map((text) =>
      plainWordsIn(text).map((word) => {
        const stem = known(word);
        const found = clausesOf.get(stem);
        if (!found) clausesOf.set(stem, [clause]);
        else if (found.at(-1) !== clause) found.push(clause);
        return stem;
      }),
    ),
  );
  const byStart = Map.groupBy(stemsOf.keys(), (word) => word.slice(0, startLength));
  return { stems, clausesOf, stemsOf, byStart, begun: new Map() };
}

const nowhere: readonly number[] = [];

function clausesWith(words: Words, { word, stem }: SoughtWord): readonly number[] {
  return stem ? begunWith(words, word).clauses : (words.clausesOf.get(word) ?? nowhere);
}

function begunWith({ clausesOf, stemsOf, byStart, begun }: Words, start: string): Begun {
  const known = begun.get(start);
  if (known) return known;
  const among = start.length < startLength ? [...stemsOf.keys()] : (byStart.get(start.slice(0, startLength)) ?? []);
  const stems = new Set<string>();
  for (const word of among) if (word.startsWith(start)) stems.add(stemsOf.get(word)!);
  const clauses = new Set<number>();
  for (const stem of stems) for (const clause of clausesOf.get(stem)!) clauses.add(clause);
  const found = { stems, clauses: [...clauses] };
  begun.set(start, found);
  return found;
}

function sayingAll(words: Words, { phrases }: Alternative): readonly number[] {
  let common: readonly number[] | undefined;
  for (const phrase of phrases) {
    const found = sayingPhrase(words, phrase);
    common = common === undefined ? found : common.filter((clause) => found.includes(clause));
    if (common.length === 0) return nowhere;
  }
  return common ?? nowhere;
}

function sayingPhrase(words: Words, phrase: readonly SoughtWord[]): readonly number[] {
  let common: readonly number[] | undefined;
  for (const sought of phrase) {
    const found = clausesWith(words, sought);
    if (found.length === 0) return nowhere;
    common = common === undefined ? found : common.filter((clause) => found.includes(clause));
  }
  if (phrase.length < 2 || common === undefined) return common ?? nowhere;
  return common.filter((clause) => words.stems[clause]!.some((stretch) => hasInRow(words, stretch, phrase)));
}

function hasInRow(words: Words, stretch: readonly string[], phrase: readonly SoughtWord[]): boolean {
  for (let start = 0; start + phrase.length <= stretch.length; start++) {
    let offset = 0;
    while (offset < phrase.length && isSought(words, phrase[offset]!, stretch[start + offset]!)) offset++;
    if (offset === phrase.length) return true;
  }
  return false;
}

function isSought(words: Words, { word, stem }: SoughtWord, found: string): boolean {
  return stem ? begunWith(words, word).stems.has(found) : found === word;
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
