import type { Literal, Part, Term } from './literal.ts';
import { quantityKey } from './literal.ts';
import { divisorOf } from './tableau.ts';

/**
 * What must be so for one of two conditions to hold and the other not: one alternative of each, without those that cannot be
 * so at once. Two tests of one event that differ, in number or window, are not true or false apart: they are not analysed.
 */
export function termsTogether(first: readonly Term[], second: readonly Term[]): readonly Term[] {
  return apart(together(first, second));
}

/** One alternative of each, without those that ask that something be so and not so. */
function together(first: readonly Term[], second: readonly Term[]): readonly Term[] {
  return first
    .flatMap((one) => second.map((other) => [...one, ...other]))
    .filter((term) => !isContrary(term) && !isEmpty(term));
}

/** Whether one number would have to be at least so many and fewer: most conditions that agree are found so. */
function isEmpty(term: Term): boolean {
  const least = new Map<string, number>();
  for (const literal of term) {
    if (literal.kind !== 'linear') continue;
    const key = formOf(literal.parts, 1);
    const before = least.get(key.words) ?? Number.NEGATIVE_INFINITY;
    least.set(key.words, Math.max(before, literal.atLeast / key.scale));
  }
  return term.some((literal) => {
    if (literal.kind !== 'linear') return false;
    const opposite = formOf(literal.parts, -1);
    const bound = least.get(opposite.words);
    return bound !== undefined && -literal.atLeast / opposite.scale < bound;
  });
}

/** What is added up, divided by what all have in common, as a text that is the same for the same sum. */
function formOf(parts: readonly Part[], sign: 1 | -1): { readonly words: string; readonly scale: number } {
  const sums = new Map<string, number>();
  for (const { quantity, times } of parts) {
    const key = quantityKey(quantity);
    sums.set(key, (sums.get(key) ?? 0) + sign * times);
  }
  let scale = 0;
  for (const sum of sums.values()) scale = divisorOf(scale, sum);
  const words = [...sums].map(([key, sum]) => `${sum / (scale || 1)} ${key}`).toSorted();
  return { words: words.join(' + '), scale: scale || 1 };
}

function isContrary(term: Term): boolean {
  const known = new Map<string, boolean>();
  return term.some((literal) => {
    if (literal.kind === 'linear') return false;
    const key = literal.kind === 'given' ? literal.given.key : literal.key;
    const before = known.get(key);
    known.set(key, literal.holds);
    return before !== undefined && before !== literal.holds;
  });
}

/** Two tests of one event that differ, in number or window, are not true or false apart: they are not analysed. */
function apart(terms: readonly Term[]): readonly Term[] {
  const keys = new Map<string, Set<string>>();
  for (const { given } of terms.flat().filter((literal) => literal.kind === 'given'))
    keys.set(given.about, (keys.get(given.about) ?? new Set()).add(given.key));
  return terms.map((term) =>
    term.map((literal): Literal => {
      if (literal.kind !== 'given' || keys.get(literal.given.about)!.size < 2) return literal;
      const { key, words } = literal.given;
      return { kind: 'unread', key, words, holds: literal.holds };
    }),
  );
}
