import { CannotBeCompared } from './cannot-be-compared.ts';
import type { Reach } from './literal.ts';

/** How many school years a calendar must hold for every window to lie in it in full. */
export function yearsFor(reaches: readonly Reach[]): number {
  const years = reaches.map((reach) => {
    if (reach.kind === 'last sessions') return reach.number / sessionsAYear;
    if (reach.kind !== 'rolling') return 1;
    const each = inAYear[reach.unit];
    if (each === undefined) throw new CannotBeCompared(`nothing is laid out in ${reach.unit}`);
    return reach.number / each;
  });
  const most = Math.max(1, ...years);
  if (most > mostYears) throw new CannotBeCompared('it looks back over too many years');
  return 1 + Math.ceil(most);
}

const mostYears = 10;
const sessionsAYear = 300;
/** Fewer than any school year has, so that there are years enough. */
const inAYear: Readonly<Record<string, number>> = {
  'school days': 150,
  'calendar days': 300,
  'school weeks': 30,
  'calendar weeks': 45,
  months: 11,
  years: 1,
  'half terms': 6,
  terms: 3,
  'school years': 1,
};
