import type { Day } from '../../register/day.ts';
import type { Place } from '../resolve/policy.ts';
import type { PolicyClause } from './standing.ts';
import { inForce } from '../../register/attendance-code.ts';
import { placeAt } from '../text/source.ts';

/** Whether a clause holds on a day by its own dates; most have none and hold as long as their policy. */
export function clauseHolds(place: Place, day: Day): boolean {
  return place.inForce === undefined || inForce(place.inForce, day);
}

export function policyClause(place: Place): PolicyClause {
  return {
    policy: place.policy,
    id: place.id,
    cite: place.cite ?? null,
    line: placeAt(place.source, place.span.start).line,
  };
}

/** A clause as it is written, on one line: without comments, without what it cites and assumes, without its block. */
export function ownWords(place: Place): string {
  let words = known.get(place);
  if (words === undefined) known.set(place, (words = wordsAt(place)));
  return words;
}

/** A clause is shown beside many provisions. */
const known = new WeakMap<Place, string>();

function wordsAt(place: Place): string {
  const text = place.source.text
    .slice(place.span.start, place.span.end)
    .replace(/("[^"\n]*"|“[^”\n]*”)|\/\/[^\n]*/g, (_, quoted: string | undefined) => quoted ?? ' ')
    .replace(/\s+/g, ' ');
  const end = /"[^"]*"|“[^”]*”|( ?\{| (?:cite|assumed|unclear|in force|refines|replaces)\b)/g;
  for (const match of text.matchAll(end)) if (match[1] !== undefined) return text.slice(0, match.index).trim();
  return text.trim();
}
