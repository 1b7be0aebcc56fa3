import type { Arbitrary } from 'fast-check';
import { constantFrom, tuple } from 'fast-check';

/** Pieces of text after one another, with one space between those that say anything. */
export function said(...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> {
  const arbitraries = parts.map((part) => (typeof part === 'string' ? constantFrom(part) : part));
  return tuple(...arbitraries).map((words) => words.filter((word) => word !== '').join(' '));
}

/** One of several words, the first the simplest. */
export function oneOf(...words: readonly string[]): Arbitrary<string> {
  return constantFrom(...words);
}
