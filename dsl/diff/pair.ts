import type { Policy } from '../resolve/policy.ts';
import type { Declared } from './declared.ts';
import { meaningOf } from '../check/refining/same-meaning.ts';

export interface Pair {
  readonly was: Declared;
  readonly is: Declared;
}

/** Which clause became which, and those that are only in one. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Declared[];
  readonly added: readonly Declared[];
}

interface Sided {
  readonly policy: Policy;
  readonly clauses: readonly Declared[];
}

/**
 * Pairs clauses: what has the same id and means the same; then by id (of sentences that ask alike the ids are numbered in
 * their order, so by the id without its number, the likest first); then by meaning, by title, and by what they ask.
 */
export function pairClauses(was: Sided, is: Sided): Pairs {
  const left = new Set(was.clauses);
  const right = new Set(is.clauses);
  const pairs: Pair[] = [];
  const match = (keyWas: (each: Declared) => string | undefined, keyIs = keyWas): void => {
    const byKey = new Map<string, Declared[]>();
    for (const each of right) {
      const key = keyIs(each);
      if (key === undefined) continue;
      const found = byKey.get(`${each.sort} ${key}`);
      if (found) found.push(each);
      else byKey.set(`${each.sort} ${key}`, [each]);
    }
    for (const each of left) {
      const key = keyWas(each);
      const candidates = key === undefined ? undefined : byKey.get(`${each.sort} ${key}`);
      const found = candidates && likest(each, candidates);
      if (!found) continue;
      candidates.splice(candidates.indexOf(found), 1);
      left.delete(each);
      right.delete(found);
      pairs.push({ was: each, is: found });
    }
  };
  const meaning = (policy: Policy) => (each: Declared) => meaningOf(policy, each.meaning);
  const [meant, means] = [meaning(was.policy), meaning(is.policy)];
  match(
    (each) => `${baseOf(each)} ${meant(each)}`,
    (each) => `${baseOf(each)} ${means(each)}`,
  );
  match((each) => (each.sort === 'sentence' ? undefined : each.id));
  // Sentences that are numbered may have moved up: the likest of them first.
  matchLikest(left, right, pairs, (a, b) => a.sort === 'sentence' && baseOf(a) === baseOf(b), 0);
  match(meant, means);
  match((each) => (each.sort === 'sentence' ? undefined : each.title.toLowerCase()));
  matchLikest(left, right, pairs, (a, b) => a.sort === b.sort && asksAlike(a, b), 0.4);
  return { pairs, removed: [...left], added: [...right] };
}

/** The id of a sentence without the number that tells it from others that ask alike. */
function baseOf({ sort, id }: Declared): string {
  return sort === 'sentence' ? id.replace(/-\d+$/, '') : id;
}

function likest(one: Declared, others: readonly Declared[]): Declared | undefined {
  return others.find(({ id }) => id === one.id) ?? others[0];
}

/** Pairs what may be paired, the likest first, as far as they are likelier than `least`. */
function matchLikest(
  left: Set<Declared>,
  right: Set<Declared>,
  pairs: Pair[],
  may: (was: Declared, is: Declared) => boolean,
  least: number,
): void {
  const found = [...left].flatMap((was) =>
    [...right].flatMap((is) => {
      if (!may(was, is)) return [];
      const like = likeness(was, is);
      return like >= least ? [{ was, is, like: like + (was.id === is.id ? 0.05 : 0) }] : [];
    }),
  );
  for (const { was, is } of found.sort((a, b) => b.like - a.like)) {
    if (!left.has(was) || !right.has(is)) continue;
    left.delete(was);
    right.delete(is);
    pairs.push({ was, is });
  }
}

/** The words that two clauses share, of all their words: from 0 to 1. */
function likeness(a: Declared, b: Declared): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const shared = words.intersection(others).size;
  return shared === 0 ? 0 : shared / words.union(others).size;
}

function wordsOf({ place, title }: Declared): ReadonlySet<string> {
  const text = place.source.text.slice(place.span.start, place.span.end).split(/\{|\bcite\b/)[0]!;
  return new Set(`${title} ${text}`.toLowerCase().match(/[\p{L}\d:]+/gu));
}

/** Of two sentences one must do the other’s act, or the like in words; of anything else a pair with no name in common is none. */
function asksAlike(a: Declared, b: Declared): boolean {
  if (!isSentence(a) || !isSentence(b)) return a.sort === 'test' || a.sort === 'stage' || a.sort === 'note';
  const [act, other] = [a.part.act, b.part.act];
  if (act.kind === 'words' || other.kind === 'words') return act.kind === other.kind;
  return act.verb === other.verb;
}

function isSentence(each: Declared): each is Declared<'sentence'> {
  return each.sort === 'sentence';
}
