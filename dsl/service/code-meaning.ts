import type { Dated, Rulebook } from '../rulebook/rulebook.ts';
import { formatDay } from '../../register/day.ts';
import { citationText } from '../rulebook/citation.ts';

/** What a code meant on the days a policy is in force: one paragraph for each set of codes, each citing its regulation. */
export function codeMeaning(rulebook: Rulebook, code: string, inForce: Dated | undefined): readonly string[] {
  const known = rulebook.codes.filter((entry) => entry.code === code);
  if (known.length === 0) return ['No attendance code of any time that is known here.'];
  const during = known.filter((entry) => overlap(entry, inForce));
  const told = (during.length > 0 ? during : known).map((entry) => {
    const late = entry.late ? ', and late' : '';
    return `${entry.title}: counts as ${entry.meaning}${late}${datesOf(entry)} (${citationText(entry.citation)}).`;
  });
  return during.length > 0 ? told : ['Not in force while the policy is.', ...told];
}

function overlap(entry: Dated, other: Dated | undefined): boolean {
  const from = Math.max(entry.from ?? -Infinity, other?.from ?? -Infinity);
  return from <= Math.min(entry.to ?? Infinity, other?.to ?? Infinity);
}

function datesOf({ from, to }: Dated): string {
  const words = [from && ` from ${formatDay(from)}`, to && ` to ${formatDay(to)}`].filter(
    (each): each is string => typeof each === 'string',
  );
  return words.length > 0 ? `,${words.join('')}` : '';
}
