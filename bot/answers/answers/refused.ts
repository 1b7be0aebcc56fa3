import type { Offer } from '../action.ts';
import type { ChangedMark, RefusedAnswer } from '../answer.ts';

interface Refusal {
  readonly reason: string;
  readonly cure?: string;
  readonly lines?: readonly string[];
  readonly offers?: readonly Offer[];
  readonly context?: readonly string[];
  readonly changed?: readonly ChangedMark[];
}

/** Not done: the reason first, then what would cure it. */
export function refused({ reason, cure, lines, offers, context, changed }: Refusal): RefusedAnswer {
  return {
    kind: 'refused',
    headline: reason,
    facts: [],
    lines: [...(lines ?? []), ...(cure === undefined ? [] : [cure])],
    context: context ?? [],
    offers: offers ?? [],
    reason,
    cure: cure ?? null,
    changed: changed ?? [],
  };
}
