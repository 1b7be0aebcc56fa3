import type { AttendanceCode } from '../../register/attendance-code.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import { comparisonTerms } from './comparison-terms.ts';
import { givenIn } from './given.ts';
import { allOf, simpler } from './join-terms.ts';
import type { Term } from './literal.ts';
import type { Plain } from './variants.ts';

/**
 * When a condition is surely true (or surely false), as alternatives each of which is enough. It may be neither: a rate
 * where no session was possible says nothing. Throws CannotBeCompared.
 */
export function termsOf(condition: Plain, codes: readonly AttendanceCode[], holds: boolean): readonly Term[] {
  return terms({ codes, known: new Map() }, condition, holds);
}

interface Reading {
  readonly codes: readonly AttendanceCode[];
  /** What was worked out already: a test named in many places is one. */
  readonly known: Map<Plain, { yes?: readonly Term[]; no?: readonly Term[] }>;
}

function terms(reading: Reading, condition: Plain, holds: boolean): readonly Term[] {
  let known = reading.known.get(condition);
  if (!known) reading.known.set(condition, (known = {}));
  return (known[holds ? 'yes' : 'no'] ??= simpler(workedOut(reading, condition, holds)));
}

function workedOut(reading: Reading, condition: Plain, holds: boolean): readonly Term[] {
  switch (condition.kind) {
    case 'not':
      return terms(reading, condition.part, !holds);
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => terms(reading, part, holds));
      return (condition.kind === 'all') === holds ? allOf(parts) : parts.flat();
    }
    case 'leaf': {
      const { condition: leaf, layer } = condition;
      if (leaf.kind === 'everyone') return holds ? [[]] : [];
      if (leaf.kind === 'not stated') throw new CannotBeCompared(`the document does not state “${leaf.what}”`);
      if (leaf.kind === 'compare') return comparisonTerms(leaf, reading.codes, holds);
      return [[{ ...givenIn(leaf, layer), holds }]];
    }
  }
}
