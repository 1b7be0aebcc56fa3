import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Literal, Term } from './literal.ts';

const mostTerms = 400;

/** Each alternative once, and each of its parts. */
export function simpler(found: readonly Term[]): readonly Term[] {
  const kept = new Map<string, Term>();
  for (const term of found) {
    const parts = [...new Set(term)];
    kept.set(
      parts
        .map(numberOf)
        .sort((a, b) => a - b)
        .join(' '),
      parts,
    );
  }
  if (kept.size > mostTerms) throw new CannotBeCompared('it joins too many tests');
  return [...kept.values()];
}

const numbers = new WeakMap<Literal, number>();
let lastNumber = 0;

function numberOf(literal: Literal): number {
  let number = numbers.get(literal);
  if (number === undefined) numbers.set(literal, (number = ++lastNumber));
  return number;
}

/** All of several conditions: one alternative of each. */
export function allOf(parts: readonly (readonly Term[])[]): readonly Term[] {
  let rows: readonly Term[] = [[]];
  for (const part of parts) rows = simpler(rows.flatMap((row) => part.map((term) => [...row, ...term])));
  return rows;
}
