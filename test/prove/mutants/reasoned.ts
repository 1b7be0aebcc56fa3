import type { Mutant } from './mutants.ts';

/** A literal that no example can tell, and why. */
export interface Reasoned {
  /** The line it stands on, from its beginning. */
  readonly line: RegExp;
  /** What it becomes, where the others on the line are told. */
  readonly becomes?: RegExp;
  readonly why: string;
}

export const reasoned: readonly Reasoned[] = [
  { line: /^ratified /, why: 'the document’s word about itself: no answer turns on it' },
  {
    line: /^is absence this school year at least 10% and attendance this school year below 90%$/,
    why: 'attendance below 90% is absence above 10%: the first of the two conditions never decides (Waterton, section 7)',
  },
  {
    line: / on absence day 1$/,
    becomes: /^0$/,
    why: 'an absence has no day 0: what is to be done then is done on its first',
  },
  {
    line: /^band \w+ +"[^"]+" +[\d.]+% to [\d.]+%/,
    why: 'the upper end of a band: above it the band before begins, and where the two readings part neither is given',
  },
  {
    line: /^arriving after (?:09:20|13:30) but before \d\d:\d\d is U\b/,
    becomes: /^(?:09:19|13:29)$/,
    why: 'the minute itself may still be late (“kept open until”): what it is marked cannot be told either way',
  },
  {
    line: /^band possible-concern /,
    becomes: /^49%$/,
    why: 'no school year has so many weeks that a share of them lies between 49% and 50%',
  },
  {
    line: /^reward class-on-target /,
    why: 'of classes, whose tallies no pupil’s example holds: the worked cases and the tests of class rewards tell it',
  },
];

export function reasonFor(mutant: Mutant): Reasoned | undefined {
  return reasoned.find(({ line, becomes }) => line.test(mutant.text) && (becomes?.test(mutant.becomes) ?? true));
}
