import type { Mutant } from './mutants.ts';

/** A literal that no example can tell, and why. */
export interface Reasoned {
  /** The line it stands on, from its beginning. */
  readonly line: RegExp;
  readonly why: string;
}

export const reasoned: readonly Reasoned[] = [
  { line: /^ratified /, why: 'the document’s word about itself: no answer turns on it' },
  { line: /^review due /, why: 'the check of the policy tells it on the day that the check is made for' },
];

export function reasonFor(mutant: Mutant): Reasoned | undefined {
  return reasoned.find(({ line }) => line.test(mutant.text));
}
